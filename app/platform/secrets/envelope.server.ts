import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { inParts, orderedIds } from '~/platform/db/in-parts'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'

/**
 * Envelope encryption. A data key per person (or per guest order) is wrapped by DATA_KEY, which lives outside the database;
 * values are sealed with AES-256-GCM and bound to table|column|row, so that a cipher moved elsewhere does not open.
 * Destroying the data key deletes everything it sealed, backups included.
 */

const nonceBytes = 12
const tagBytes = 16
/** Name of a key-encryption key: wrapped keys say which one opens them. */
const nameOf = (kek: Buffer) => createHmac('sha256', kek).update('kek-id').digest('hex').slice(0, 16)

/** The one that wraps, and those that only open while it is changed. */
const kekId = nameOf(env.DATA_KEY)
const keks = new Map([env.DATA_KEY, ...env.DATA_KEYS_READ].map((kek) => [nameOf(kek), kek]))

/** Where a sealed value lives. */
export type Place = { table: string; column: string; row: string }

/** An opened data key. Never logged, never stored. */
export type OpenKey = { keyId: string; secret: Buffer }

/** Makes and stores a new data key. */
export async function createDataKey(tx: Tx): Promise<OpenKey> {
  const { key, insert } = newDataKey()
  await tx.$executeRaw(insert)
  return key
}

/** A new data key and the statement that stores it, for one that stores what it seals as well. */
export function newDataKey(): { key: OpenKey; insert: Prisma.Sql } {
  const key = { keyId: orderedIds(1)[0] ?? '', secret: randomBytes(32) }
  const { id, kekId: by, wrapped } = wrappedKey(key)
  return {
    key,
    insert: Prisma.sql`INSERT INTO "DataKey" (id, "kekId", wrapped) VALUES (${id}::uuid, ${by}, ${wrapped})`,
  }
}

/** Bytes for a statement with many rows, which takes them as text. */
export function asHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Makes and stores as many data keys at once. */
export async function createDataKeys(tx: Tx, count: number): Promise<OpenKey[]> {
  const keys = orderedIds(count).map((keyId) => ({ keyId, secret: randomBytes(32) }))
  await inParts(keys, (part) => {
    const rows = part.map(wrappedKey).map((row) => ({ ...row, wrapped: asHex(row.wrapped) }))
    return tx.$executeRaw`
      INSERT INTO "DataKey" (id, "kekId", wrapped) SELECT id, "kekId", decode(wrapped, 'hex')
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "kekId" text, wrapped text)`
  })
  return keys
}

/** Deletes what the key sealed, backups included. */
export async function destroyDataKey(tx: Tx, keyId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "DataKey" SET wrapped = NULL, "destroyedAt" = app_now() WHERE id = ${keyId}::uuid`
}

function wrappedKey({ keyId, secret }: OpenKey) {
  return { id: keyId, kekId, wrapped: encrypt(env.DATA_KEY, secret, `DataKey|wrapped|${keyId}`) }
}

/** Opens a stored data key; null when it was destroyed. Throws when it was wrapped by a key-encryption key that is not known here. */
export async function findDataKey(tx: Tx, keyId: string): Promise<OpenKey | null> {
  const [row] = await tx.$queryRaw<
    StoredKey[]
  >`SELECT wrapped, "kekId" FROM "DataKey" WHERE id = ${keyId}::uuid`
  return row ? openStored(keyId, row) : null
}

/** A data key as another statement read it. */
export type StoredKey = { wrapped: Uint8Array | null; kekId: string }

function openStored(keyId: string, { wrapped, kekId: by }: StoredKey): OpenKey | null {
  return wrapped && { keyId, secret: unwrap({ id: keyId, kekId: by, wrapped }) }
}

/** Opens it. Throws when it was destroyed. */
export function openStoredKey(keyId: string, stored: StoredKey): OpenKey {
  const key = openStored(keyId, stored)
  if (!key) throw new Error('the data key was destroyed')
  return key
}

/** The same of a key that stands as long as what it sealed. Throws when it was destroyed. */
export async function openDataKey(tx: Tx, keyId: string): Promise<OpenKey> {
  const key = await findDataKey(tx, keyId)
  if (!key) throw new Error('the data key was destroyed')
  return key
}

function unwrap({ id, kekId: by, wrapped }: { id: string; kekId: string; wrapped: Uint8Array }): Buffer {
  const kek = keks.get(by)
  if (!kek) throw new Error('the data key was wrapped by another DATA_KEY')
  return decrypt(kek, Buffer.from(wrapped), `DataKey|wrapped|${id}`)
}

/**
 * Wraps up to `take` data keys anew that another key-encryption key wrapped; answers how many, 0 when none is free: others may hold some. What they sealed is not touched, and who reads meanwhile finds the one or the
 * other. Several at once never take the same. Throws at one whose key is not among DATA_KEYS_READ.
 */
export async function rewrapDataKeys(tx: Tx, take: number): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; kekId: string; wrapped: Uint8Array }[]>`
    SELECT id, "kekId", wrapped FROM "DataKey" WHERE "kekId" <> ${kekId} AND wrapped IS NOT NULL ORDER BY id LIMIT ${take} FOR UPDATE SKIP LOCKED`
  for (const row of rows) {
    const { id, ...data } = wrappedKey({ keyId: row.id, secret: unwrap(row) })
    await tx.dataKey.update({ where: { id }, data, select: { id: true } })
  }
  return rows.length
}

/** How many data keys another key-encryption key still wraps. */
export async function countOtherwiseWrapped(tx: Tx): Promise<number> {
  return tx.dataKey.count({ where: { kekId: { not: kekId }, wrapped: { not: null } } })
}

/** Seals a text for one place. */
export function seal(key: OpenKey, text: string, place: Place): Uint8Array<ArrayBuffer> {
  return encrypt(key.secret, Buffer.from(text, 'utf8'), boundTo(place))
}

/** Opens what was sealed for that place; throws on another place, another key or a changed byte. */
export function unseal(key: OpenKey, cipher: Uint8Array, place: Place): string {
  return decrypt(key.secret, Buffer.from(cipher), boundTo(place)).toString('utf8')
}

/** Seals the bytes of a file for one place. */
export function sealBytes(key: OpenKey, bytes: Uint8Array, place: Place): Uint8Array<ArrayBuffer> {
  return encrypt(key.secret, bytes, boundTo(place))
}

/** Opens the bytes of a file that were sealed for that place; throws as unseal does. */
export function unsealBytes(key: OpenKey, cipher: Uint8Array, place: Place): Buffer {
  return decrypt(key.secret, Buffer.from(cipher), boundTo(place))
}

/**
 * A keyed fingerprint by which an encrypted value is found without opening it. Normalise first (see normalisePhone …):
 * the same value must give the same bytes.
 */
export function blindIndex(kind: string, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', env.INDEX_KEY).update(`${kind}|${value}`).digest())
}

function boundTo(place: Place): string {
  return `${place.table}|${place.column}|${place.row}`
}

function encrypt(secret: Uint8Array, clear: Uint8Array, bound: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(bound))
  return new Uint8Array(Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]))
}

function decrypt(secret: Uint8Array, sealed: Buffer, bound: string): Buffer {
  const body = sealed.subarray(nonceBytes, sealed.length - tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  return Buffer.concat([decipher.update(body), decipher.final()])
}
