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
let elsewhere: Actor

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
  const content = { titleZh: '示例' }
  const { id: revisionId } = await owner.listingRevision.create({ data: { productId, number: 1, content } })
  await owner.listingEvent.create({ data: { revisionId, state: 'draft', content } })
  await owner.dictation.create({ data: { revisionId } })
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
  elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
})

/** seen by whoever lists for her */
const sent = [
  'PieceList',
  'PhotoArchive',
  'PhotoArchivePiece',
  'PieceListPhoto',
  'PhotoUpload',
  'UploadPiece',
]
/** and by the desk over her region */
const written = ['ListingRevision', 'ListingEvent', 'Dictation']
const tables = [...sent, ...written]
const counts = (ofSent: number, ofWritten: number) => [
  ...sent.map(() => ofSent),
  ...written.map(() => ofWritten),
]
const look = async (tx: Tx) => {
  const found: number[] = []
  for (const table of tables) {
    const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "${table}"`,
    )
    found.push(row?.count ?? -1)
  }
  return found
}
const all = (count: number) => counts(count, count)

describe('what came with a table, photographs on their way, and what is being written', () => {
  it.each<[string, () => Scope, number[]]>([
    ['the maker', () => hers.actor.scope, all(1)],
    ['whoever lists for her', () => agents.list.scope, all(1)],
    ['whoever acts for her in something else', () => agents.orders.scope, all(0)],
    ['whoever acted for her before', () => agents.revoked.scope, all(0)],
    ['the desk', () => desk.scope, counts(0, 1)],
    ['the desk of another county', () => elsewhere.scope, counts(0, 1)],
    ['the province', () => ({ region: '62' }), counts(0, 2)],
    ['a stranger', () => ({ person: crypto.randomUUID() }), all(0)],
    ['the job that takes pictures out', () => ({ job: 'listing' }), [2, 2, 2, 2, 0, 0, 2, 2, 2]],
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

  it('a desk reads the drafts of its own makers alone, and judges no other', async () => {
    const read = (actor: Actor) =>
      inScope(actor, (tx) => tx.listingRevision.findMany({ select: { productId: true } }))
    expect(await read(desk)).toEqual([{ productId: hers.productId }])
    expect(await read(elsewhere)).toEqual([{ productId: others.productId }])
    const { productId } = others
    const judged = (tx: Tx) =>
      tx.listingRevision.updateMany({ where: { productId }, data: { reasonText: '不行' } })
    expect(await inScope(desk, judged)).toEqual({ count: 0 })
    expect(await inScope(elsewhere, judged)).toEqual({ count: 1 })
  })

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
      (tx: Tx) => tx.listingRevision.create({ data: { productId, number: 2, content: {} } }),
    ]
    for (const work of planted)
      await expect(inScope(hers.actor, work)).rejects.toThrow(/row-level security|follows the last/)
  })
})
