import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import { createDataKey, destroyDataKey, openDataKey, rewrapDataKeys, seal, unseal } from './envelope.server'

/** The key that the tests know for reading alone (tests/setup/database.ts), and one that nobody knows. */
const older = Buffer.alloc(32, 9)
const unknown = Buffer.alloc(32, 7)
const place = { table: 'Person', column: 'test', row: '1' }

/** A data key as another installation's key-encryption key would have wrapped it: nonce, cipher and tag, bound to its row. */
async function wrapBy(kek: Buffer): Promise<{ keyId: string; secret: Buffer }> {
  const secret = randomBytes(32)
  const keyId = crypto.randomUUID()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', kek, nonce).setAAD(Buffer.from(`DataKey|wrapped|${keyId}`))
  const wrapped = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const kekId = createHmac('sha256', kek).update('kek-id').digest('hex').slice(0, 16)
  await owner.dataKey.create({ data: { id: keyId, kekId, wrapped: new Uint8Array(wrapped) } })
  return { keyId, secret }
}

const wrap = (take: number) => prisma.$transaction((tx) => rewrapDataKeys(tx, take))
const opened = (keyId: string) => prisma.$transaction((tx) => openDataKey(tx, keyId))

describe('changing the key-encryption key', () => {
  it('lets what the older key wrapped be read before, during and after, by readers at the same time', async () => {
    const keys = await Promise.all(Array.from({ length: 30 }, () => wrapBy(older)))
    const ciphers = keys.map((key) => seal(key, key.keyId, place))
    let isOver = false
    let reads = 0
    const reader = async () => {
      while (!isOver)
        for (const [at, { keyId }] of keys.entries()) {
          expect(unseal(await opened(keyId), ciphers[at] ?? new Uint8Array(), place)).toBe(keyId)
          reads += 1
        }
    }
    const readers = [reader(), reader()]
    const turns: number[] = []
    do turns.push(...(await Promise.all([wrap(4), wrap(4)])))
    while (turns.at(-1) !== 0 || turns.at(-2) !== 0)
    isOver = true
    await Promise.all(readers)
    expect(turns.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(reads).toBeGreaterThan(30)
    const mine = await prisma.$transaction(async (tx) => (await createDataKey(tx)).keyId)
    const { kekId } = await owner.dataKey.findUniqueOrThrow({ where: { id: mine } })
    expect(await owner.dataKey.count({ where: { id: { in: keys.map((key) => key.keyId) }, kekId } })).toBe(30)
  })

  it('leaves what was destroyed destroyed', async () => {
    const { keyId } = await wrapBy(older)
    await prisma.$transaction((tx) => destroyDataKey(tx, keyId))
    expect(await wrap(10)).toBe(0)
    await expect(opened(keyId)).rejects.toThrow('destroyed')
  })

  it('says when a key is not known, and changes nothing', async () => {
    const { keyId } = await wrapBy(unknown)
    await expect(opened(keyId)).rejects.toThrow('another DATA_KEY')
    await expect(wrap(10)).rejects.toThrow('another DATA_KEY')
    await owner.dataKey.delete({ where: { id: keyId } })
  })
})
