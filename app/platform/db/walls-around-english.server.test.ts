import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { inScope, type Scope } from './in-scope.server'
import { prisma, type Tx } from './prisma.server'

/** English on its way into the shop: the row with who typed it and why it went back, and what stands about it in the queue. */

let productId = ''
let typist: Actor
let desks: Actor[]
let others: Actor[]

beforeAll(async () => {
  await buildGround()
  typist = await buildActor({ role: 'coordinator', region: '620123' })
  const seller = await buildSeller()
  const piece = await buildPiece(seller)
  productId = piece.productId
  await owner.productText.deleteMany({ where: { productId, locale: 'en' } })
  const claimedUntil = new Date('2036-01-01')
  const row = { kind: 'product', subjectId: productId, sourceHash: 'x', note: '名字写错了' } as const
  await owner.translation.create({ data: { ...row, claimedById: typist.userId, claimedUntil } })
  desks = [
    typist,
    await buildActor({ role: 'coordinator', region: '620121' }),
    await buildActor({ role: 'admin' }),
  ]
  others = [seller.actor, await buildActor({ role: 'buyer' }), await buildActor({ role: 'finance' })]
})

/** What of it is seen: the row, and who holds it by the queue. */
async function seen(tx: Tx) {
  const rows = await tx.$queryRaw<{ note: string }[]>`
    SELECT note FROM "Translation" WHERE "subjectId" = ${productId}::uuid`
  const queued = await tx.$queryRaw<{ holder: string | null }[]>`
    SELECT "holderId"::text AS holder FROM "TranslationQueue" WHERE "subjectId" = ${productId}::uuid`
  return { notes: rows.map(({ note }) => note), holders: queued.map(({ holder }) => holder) }
}
const seenBy = (scope: Scope) => inScope(scope, seen)
const nothing = { notes: [], holders: [null] }

describe('an English text on its way', () => {
  it('is seen at every desk and by an administrator', async () => {
    for (const { scope } of desks)
      expect(await seenBy(scope)).toEqual({ notes: ['名字写错了'], holders: [typist.userId] })
  })

  it('is seen by no maker, buyer or finance, nor by what a coordinator sees as herself, nor by a job', async () => {
    for (const { scope } of others) expect(await seenBy(scope)).toEqual(nothing)
    expect(await seenBy({ person: typist.personId })).toEqual(nothing)
    for (const job of ['payout', 'audit', 'listing', 'sweep', 'sign_in'] as const)
      expect([job, await seenBy({ job })]).toEqual([job, nothing])
  })

  it('is seen by nobody without a scope, nor afterwards on connections that showed it', async () => {
    for (const { scope } of desks) {
      expect((await seenBy(scope)).notes).toHaveLength(1)
      expect(await seen(prisma)).toEqual(nothing)
    }
    expect(await Promise.all(Array.from({ length: 8 }, () => prisma.$transaction(seen)))).toEqual(
      Array.from({ length: 8 }, () => nothing),
    )
  })
})
