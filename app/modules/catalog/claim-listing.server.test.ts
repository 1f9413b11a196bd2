import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { releaseClaim } from '~/modules/claims/release-claim.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { submit, writeListing } from '../../../tests/fixtures/listings'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { approveListing } from './approve-listing.server'
import { findReviewColleagues } from './find-review-colleagues.server'
import { findReviewQueue } from './find-review-queue.server'
import { getReview } from './get-review.server'
import { giveReview } from './give-review.server'
import { requestChanges } from './request-changes.server'
import { takeBackListing } from './take-back-listing.server'
import { takeReview } from './take-review.server'

const locale = 'zh-CN'

describe('one person at a time is on a listing', () => {
  let artisan: Actor
  let chen: Actor
  let li: Actor
  let kang: Actor
  let elsewhere: Actor

  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    const sit = async (region: string, name: string) =>
      buildActor({ role: 'coordinator', region, person: await buildPerson({ village: null, name }) })
    chen = await sit('620123', '陈国芳（示例）')
    li = await sit('620123', '李玉琴（示例）')
    kang = await sit('6201', '康敏（示例）')
    elsewhere = await sit('620121', '魏兰（示例）')
  })

  const handIn = async () => submit(artisan, await writeListing(artisan))
  const claimOf = async (revisionId: string, actor = chen) =>
    (await getReview({ actor, revisionId, locale })).claim

  it('her colleagues see who, decide nothing meanwhile, and take over when it has lapsed', async () => {
    const listing = await handIn()
    const { revisionId } = listing
    await takeReview({ actor: chen, revisionId })
    expect(await claimOf(revisionId)).toMatchObject({ isMine: true, minutesLeft: 30, givenBy: null })
    expect(await claimOf(revisionId, li)).toMatchObject({ isMine: false, name: '陈国芳（示例）' })
    const held = { key: 'claims.held', status: 409, params: { name: '陈国芳（示例）' } }
    await expect(takeReview({ actor: li, revisionId })).rejects.toMatchObject(held)
    await expect(takeReview({ actor: kang, revisionId })).rejects.toMatchObject(held)
    await expect(giveReview({ actor: kang, revisionId, toUserId: li.userId })).rejects.toMatchObject({
      key: 'claims.notColleague',
    })
    await expect(approveListing({ actor: li, ...listing, isEnglishReviewed: false })).rejects.toMatchObject(
      held,
    )
    const answer = { reasonCode: 'title', reasonText: '名字短一点。' } as const
    await expect(requestChanges({ actor: li, ...listing, ...answer })).rejects.toMatchObject(held)

    await passSeconds(30 * 60)
    expect(await claimOf(revisionId, li)).toBeNull()
    await takeReview({ actor: li, revisionId })
    await expect(approveListing({ actor: chen, ...listing, isEnglishReviewed: false })).rejects.toMatchObject(
      { key: 'claims.held' },
    )
    await approveListing({ actor: li, ...listing, isEnglishReviewed: false })
    expect(await owner.workClaim.count({ where: { subjectId: revisionId } })).toBe(0)
    await expect(takeReview({ actor: chen, revisionId })).rejects.toMatchObject({ key: 'claims.gone' })
  })

  it('ten who take it up at one moment are one', async () => {
    const { revisionId } = await handIn()
    const all = await Promise.allSettled(
      [chen, li, kang, chen, li, kang, li, chen, kang, li].map((actor) => takeReview({ actor, revisionId })),
    )
    const holders = await owner.workClaim.findMany({ where: { subjectId: revisionId } })
    expect(holders).toHaveLength(1)
    const taken = all.flatMap(({ status }, at) =>
      status === 'fulfilled' ? [[chen, li, kang, chen, li, kang, li, chen, kang, li][at]?.userId] : [],
    )
    expect(new Set(taken)).toEqual(new Set([holders[0]?.userId]))
  })

  it('what is let go of, taken back by the maker or decided without a claim is free', async () => {
    const { revisionId } = await handIn()
    await takeReview({ actor: chen, revisionId })
    await releaseClaim({ actor: li, queue: 'listing', subjectId: revisionId })
    expect(await claimOf(revisionId)).toMatchObject({ isMine: true })
    await releaseClaim({ actor: chen, queue: 'listing', subjectId: revisionId })
    expect(await claimOf(revisionId)).toBeNull()
    await takeReview({ actor: li, revisionId })
    const { productId } = await owner.listingRevision.findUniqueOrThrow({ where: { id: revisionId } })
    await takeBackListing({ actor: artisan, productId })
    expect(await owner.workClaim.count({ where: { subjectId: revisionId } })).toBe(0)
    const other = await handIn()
    await approveListing({ actor: chen, ...other, isEnglishReviewed: false })
  })

  it('she gives one to a colleague for a day, and takes it back', async () => {
    expect(await findReviewColleagues({ actor: chen })).toEqual([
      { userId: li.userId, name: '李玉琴（示例）' },
    ])
    expect(await findReviewColleagues({ actor: artisan })).toEqual([])
    const { revisionId } = await handIn()
    await giveReview({ actor: chen, revisionId, toUserId: li.userId })
    expect(await claimOf(revisionId, li)).toMatchObject({
      isMine: true,
      minutesLeft: 24 * 60,
      givenBy: '陈国芳（示例）',
    })
    await takeReview({ actor: li, revisionId })
    expect(await claimOf(revisionId, li)).toMatchObject({ minutesLeft: 24 * 60 })
    await expect(takeReview({ actor: kang, revisionId })).rejects.toMatchObject({
      key: 'claims.heldHours',
      params: { name: '李玉琴（示例）', hours: 24 },
    })
    await takeReview({ actor: chen, revisionId })
    expect(await claimOf(revisionId)).toMatchObject({ isMine: true, minutesLeft: 30, givenBy: null })
    for (const toUserId of [kang.userId, elsewhere.userId, artisan.userId, chen.userId])
      await expect(giveReview({ actor: chen, revisionId, toUserId })).rejects.toMatchObject({ status: 422 })
  })

  it('the database itself refuses a second holder, one of another county, and a longer claim', async () => {
    const { revisionId } = await handIn()
    const missing = { status: 404 }
    await expect(takeReview({ actor: elsewhere, revisionId })).rejects.toMatchObject(missing)
    await expect(takeReview({ actor: artisan, revisionId })).rejects.toMatchObject(missing)
    const claim = (userId: string, minutes: number) => prisma.$executeRaw`
      INSERT INTO "WorkClaim" (queue, "subjectId", "userId", "until") VALUES ('listing', ${revisionId}::uuid, ${userId}::uuid, app_now() + make_interval(mins => ${minutes}::int))
      ON CONFLICT (queue, "subjectId") DO UPDATE SET "userId" = excluded."userId", "takenAt" = excluded."takenAt", "until" = excluded."until"`
    await expect(claim(elsewhere.userId, 30)).rejects.toThrow(/coordinator of its region/)
    await expect(claim(chen.userId, 31)).rejects.toThrow(/WorkClaim_until/)
    await claim(chen.userId, 30)
    await expect(claim(li.userId, 30)).rejects.toThrow(/somebody else is on it/)
    const decide = inScope(
      li,
      (tx) => tx.$executeRaw`
        UPDATE "ListingRevision" SET state = 'approved', "reviewedById" = ${li.userId}::uuid WHERE id = ${revisionId}::uuid`,
    )
    await expect(decide).rejects.toThrow(/somebody else is on it/)
  })

  it('the queue shows what is mine, what is nobody’s, and by kind and age', async () => {
    const fresh = (await buildSeller({ village: '620123100202' })).actor
    const town = await buildActor({
      role: 'coordinator',
      region: '620123100',
      person: await buildPerson({ village: null }),
    })
    const { revisionId } = await submit(fresh, await writeListing(fresh))
    const ids = async (filter: Parameters<typeof findReviewQueue>[0]) =>
      (await findReviewQueue(filter)).listings.map((listing) => listing.revisionId)
    const base = { actor: town, locale } as const
    expect(await ids({ ...base, whose: 'nobody' })).toContain(revisionId)
    expect(await ids({ ...base, whose: 'mine' })).toEqual([])
    await takeReview({ actor: town, revisionId })
    expect(await ids({ ...base, whose: 'mine' })).toEqual([revisionId])
    expect(await ids({ ...base, whose: 'nobody' })).not.toContain(revisionId)
    expect(await ids({ ...base, kind: 'new' })).toContain(revisionId)
    expect(await ids({ ...base, kind: 'changed' })).toEqual([])
    expect(await ids({ ...base, age: 'day', whose: 'mine' })).toEqual([])
    await passSeconds(25 * 3600)
    expect(await ids({ ...base, age: 'day' })).toContain(revisionId)
    expect(await ids({ ...base, age: 'urgent' })).not.toContain(revisionId)
  })
})
