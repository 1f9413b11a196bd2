import type { Tx } from '~/platform/db/prisma.server'
import { openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'
import { placeIndex } from './place-index.server'
import { AddressContent, bookSize } from './schema'

/** An opened address. */
export type OwnAddress = { id: string; isDefault: boolean; content: AddressContent }

const place = (id: string) => ({ table: 'Address', column: 'cipher', row: id })

/** Her book, the default first, then the newest; the caller's scope is she. */
export async function openAddresses(tx: Tx, personId: string): Promise<OwnAddress[]> {
  const rows = await tx.address.findMany({
    where: { personId },
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: bookSize,
    select: { id: true, isDefault: true, keyId: true, cipher: true },
  })
  const [first] = rows
  if (!first) return []
  const key = await openDataKey(tx, first.keyId)
  return rows.map(({ id, isDefault, cipher }) => ({
    id,
    isDefault,
    content: AddressContent.parse(JSON.parse(unseal(key, cipher, place(id)))),
  }))
}

/** Seals an address for a row, under the person's own key. */
export async function sealAddress(tx: Tx, personId: string, id: string, content: AddressContent) {
  const { dataKeyId } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { dataKeyId: true },
  })
  const key = await openDataKey(tx, dataKeyId)
  return {
    keyId: dataKeyId,
    cipher: seal(key, JSON.stringify(content), place(id)),
    placeIndex: placeIndex(content),
  }
}

/** One change of a book at a time: what is counted and which one is the default stays true until the commit. */
export async function lockBook(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710012, hashtext(${personId}))`
}
