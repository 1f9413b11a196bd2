import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { inScope, type Scope } from './in-scope.server'
import { prisma, type Tx } from './prisma.server'

/** What a maker writes and sends before it stands in the shop: each table with a row of hers and a row of somebody else in another county. */

const bytes = () => new Uint8Array(Buffer.from('示例'))
const fileHash = () => createHash('sha256').update(crypto.randomUUID()).digest('hex')

const photograph = () => ({ shot: 'whole', sha256: fileHash(), bytes: 9 })

type Side = { actor: Actor; sellerId: string; listId: string; archiveId: string; productId: string }
let hers: Side
let others: Side
let agents: { list: Actor; orders: Actor; revoked: Actor }
let desk: Actor

async function plant(village: string): Promise<Side> {
  const { actor, sellerId } = await buildSeller({ village })
  const { productId } = await buildPiece({ sellerId })
  const list = await owner.pieceList.create({
    data: {
      sellerId,
      uploadedById: actor.userId,
      fileName: '上新.xlsx',
      fileHash: fileHash(),
      file: bytes(),
    },
  })
  const archive = { fileName: '照片.zip', mark: 'm', bytes: 6 }
  const { id: archiveId } = await owner.photoArchive.create({ data: { listId: list.id, ...archive } })
  await owner.photoArchivePiece.create({ data: { archiveId, start: 0, body: bytes() } })
  await owner.pieceListPhoto.create({ data: { listId: list.id, archiveId, name: 'a.jpg', fault: 'x' } })
  const uploadId = crypto.randomUUID()
  await owner.photoUpload.create({ data: { id: uploadId, productId, ...photograph() } })
  await owner.uploadPiece.create({ data: { uploadId, start: 0, body: bytes() } })
  return { actor, sellerId, listId: list.id, archiveId, productId }
}

/** Somebody who acts for a maker. */
async function entrust(scope: 'list' | 'orders', revokedAt?: Date): Promise<Actor> {
  const { sellerId } = hers
  const agent = await buildActor({ role: 'buyer', sellerIds: [sellerId] })
  const signed = { signedByPrincipalAt: new Date(), signedByAgentAt: new Date() }
  const who = { sellerId, agentPersonId: agent.personId, agentKind: 'family', capBps: 0 } as const
  await owner.mandate.create({ data: { ...who, scope: [scope], ...mandateDays(), ...signed } })
  if (revokedAt)
    await owner.mandate.updateMany({ where: { agentPersonId: agent.personId }, data: { revokedAt } })
  return agent
}

beforeAll(async () => {
  await buildGround()
  hers = await plant('620123100201')
  others = await plant('620121100201')
  agents = {
    list: await entrust('list'),
    orders: await entrust('orders'),
    revoked: await entrust('list', new Date()),
  }
  desk = await buildActor({ role: 'coordinator', region: '620123' })
})

const tables = [
  'PieceList',
  'PhotoArchive',
  'PhotoArchivePiece',
  'PieceListPhoto',
  'PhotoUpload',
  'UploadPiece',
]
const look = async (tx: Tx) => {
  const counts: number[] = []
  for (const table of tables) {
    const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${table}"`,
    )
    counts.push(row?.count ?? -1)
  }
  return counts
}
const all = (count: number) => tables.map(() => count)

describe('what came with a table, and photographs on their way', () => {
  it.each<[string, () => Scope, number[]]>([
    ['the maker', () => hers.actor.scope, all(1)],
    ['whoever lists for her', () => agents.list.scope, all(1)],
    ['whoever acts for her in something else', () => agents.orders.scope, all(0)],
    ['whoever acted for her before', () => agents.revoked.scope, all(0)],
    ['the desk', () => desk.scope, all(0)],
    ['the province', () => ({ region: '62' }), all(0)],
    ['the job that takes pictures out', () => ({ job: 'listing' }), [2, 2, 2, 2, 0, 0]],
    ['the job that sweeps', () => ({ job: 'sweep' }), all(2)],
    ['a job that has nothing to do with it', () => ({ job: 'checkout' }), all(0)],
  ])(
    '%s sees what it needs, and nobody anything afterwards on the same connections',
    async (_, scope, seen) => {
      for (let round = 0; round < 5; round += 1) {
        expect(await inScope(scope(), look)).toEqual(seen)
        expect(await look(prisma)).toEqual(all(0))
      }
    },
  )

  it('she changes and takes away nothing of another, and writes nothing into another’s', async () => {
    const { listId, productId, sellerId } = others
    const asHer = <T>(work: (tx: Tx) => Promise<T>) => inScope(hers.actor, work)
    expect(
      await asHer((tx) => tx.pieceList.updateMany({ where: { id: listId }, data: { fileName: '换' } })),
    ).toEqual({ count: 0 })
    expect(await asHer((tx) => tx.photoArchive.deleteMany({ where: { listId } }))).toEqual({ count: 0 })
    expect(await asHer((tx) => tx.photoUpload.deleteMany({ where: { productId } }))).toEqual({ count: 0 })
    const file = { fileName: 'x', fileHash: fileHash(), file: bytes() }
    const planted: ((tx: Tx) => Promise<unknown>)[] = [
      (tx: Tx) => tx.pieceList.create({ data: { ...file, sellerId, uploadedById: hers.actor.userId } }),
      (tx: Tx) => tx.photoUpload.create({ data: { id: crypto.randomUUID(), productId, ...photograph() } }),
      (tx: Tx) =>
        tx.photoArchivePiece.create({ data: { archiveId: others.archiveId, start: 2, body: bytes() } }),
    ]
    for (const work of planted)
      await expect(inScope(hers.actor, work)).rejects.toThrow(/row-level security|follows the last/)
  })
})
