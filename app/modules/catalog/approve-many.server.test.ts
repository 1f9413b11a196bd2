import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { translator } from '~/platform/i18n/translate'
import { submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { approveMany } from './approve-many.server'
import { dropPhrase } from './drop-phrase.server'
import { findPhrases, mostPhrases } from './find-phrases.server'
import { keepPhrase } from './keep-phrase.server'
import { takeReview } from './take-review.server'

const t = translator('zh-CN')

describe('several listings at once', () => {
  let artisan: Actor
  let chen: Actor
  let li: Actor
  let elsewhere: Actor

  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    const sit = async (region: string, name: string) =>
      buildActor({ role: 'coordinator', region, person: await buildPerson({ village: null, name }) })
    chen = await sit('620123', '陈国芳（示例）')
    li = await sit('620123', '李玉琴（示例）')
    elsewhere = await sit('620121', '魏兰（示例）')
  })

  it('are decided each on its own: clean ones go on sale, every other is told why, another county’s is not seen', async () => {
    const clean = await submit(artisan, await writeListing(artisan))
    const held = await submit(artisan, await writeListing(artisan))
    await takeReview({ actor: li, revisionId: held.revisionId })
    const dirty = await submit(artisan, await writeListing(artisan, { words: { titleZh: '全国第一的挂结' } }))
    const stale = await submit(artisan, await writeListing(artisan))
    const far = (await buildSeller({ village: '620121100201' })).actor
    const foreign = await submit(far, await writeListing(far))
    const picks = [dirty, held, clean, { ...stale, version: stale.version + 1 }, foreign]
    const results = await approveMany({ actor: chen, picks, t })
    expect(results.map(({ isApproved, text }) => [isApproved, text])).toEqual([
      [false, '自动核对有要看的地方，请打开看过再定。'],
      [false, '李玉琴（示例）正在看这一件，还有 30 分钟。'],
      [true, '通过了，已经上架。'],
      [false, expect.any(String)],
    ])
    expect(JSON.stringify(results)).not.toContain(foreign.revisionId)
    const state = async ({ revisionId }: { revisionId: string }) =>
      (await owner.listingRevision.findUniqueOrThrow({ where: { id: revisionId } })).state
    expect([await state(clean), await state(dirty), await state(held), await state(foreign)]).toEqual([
      'approved',
      'submitted',
      'submitted',
      'submitted',
    ])
  })

  it('two who press at one moment approve it once', async () => {
    const pick = await submit(artisan, await writeListing(artisan))
    const both = await Promise.all([chen, li].map((actor) => approveMany({ actor, picks: [pick], t })))
    expect(both.flat().filter(({ isApproved }) => isApproved)).toHaveLength(1)
    expect(
      await owner.listingEvent.count({ where: { revisionId: pick.revisionId, state: 'approved' } }),
    ).toBe(1)
  })

  it('ready sentences are hers alone or her region’s, thirty of each, and never another county’s', async () => {
    await keepPhrase({ actor: chen, words: '请加一张量尺寸的照片。', isShared: false })
    await keepPhrase({ actor: chen, words: '请写清楚用了什么料。', isShared: true })
    await keepPhrase({ actor: li, words: '请写清楚用了什么料。', isShared: true })
    const words = async (actor: Actor) => (await findPhrases({ actor })).map((phrase) => phrase.words)
    expect(await words(chen)).toEqual(['请加一张量尺寸的照片。', '请写清楚用了什么料。'])
    expect(await words(li)).toEqual(['请写清楚用了什么料。'])
    expect(await words(elsewhere)).toEqual([])
    const [own, shared] = await findPhrases({ actor: chen })
    const missing = { status: 404 }
    await expect(dropPhrase({ actor: li, phraseId: own?.phraseId ?? '' })).rejects.toMatchObject(missing)
    await expect(dropPhrase({ actor: elsewhere, phraseId: shared?.phraseId ?? '' })).rejects.toMatchObject(
      missing,
    )
    await dropPhrase({ actor: li, phraseId: shared?.phraseId ?? '' })
    expect(await words(chen)).toEqual(['请加一张量尺寸的照片。'])
    for (let at = 1; at < mostPhrases; at += 1)
      await keepPhrase({ actor: li, words: `第 ${at} 句`, isShared: false })
    const last = ['甲', '乙', '丙', '丁'].map((name) =>
      keepPhrase({ actor: li, words: `最后一句 ${name}`, isShared: false }),
    )
    const refused = (await Promise.allSettled(last)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(3)
    expect(await words(li)).toHaveLength(mostPhrases)
  })
})
