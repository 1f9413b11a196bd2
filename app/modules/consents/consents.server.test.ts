import { beforeAll, describe, expect, it } from 'vitest'
import { findViewing } from '~/modules/media/find-viewing.server'
import { getMakerPage } from '~/modules/sellers/get-maker-page.server'
import { getText } from '~/modules/settings/find-text.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildMedia, buildSeller } from '../../../tests/fixtures/world'
import { findOwnConsents } from './find-own-consents.server'
import { giveConsent } from './give-consent.server'
import type { PublicConsent } from './public-consents'
import { withdrawConsent } from './withdraw-consent.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

beforeAll(buildGround)

async function give(actor: Parameters<typeof giveConsent>[0]['actor'], purpose: PublicConsent, words = '') {
  const { id } = await getText(purpose, 'zh-CN')
  await giveConsent({ actor, purpose, textId: id, words })
}

describe('what a maker lets be shown', () => {
  it('stands on her page by her consent, and is gone with it', async () => {
    const { actor, slug } = await buildSeller()
    const page = async () => {
      const { makerName, words } = await getMakerPage(slug, 'zh-CN')
      return { makerName, words }
    }
    expect(await page()).toEqual({ makerName: null, words: null })
    await give(actor, 'public_name')
    await give(actor, 'public_story', '灯下慢慢编。')
    expect(await page()).toEqual({ makerName: '示例', words: '灯下慢慢编。' })
    await withdrawConsent({ actor, purpose: 'public_name' })
    await withdrawConsent({ actor, purpose: 'public_name' })
    expect(await page()).toEqual({ makerName: null, words: '灯下慢慢编。' })
    await withdrawConsent({ actor, purpose: 'public_story' })
    expect(await page()).toEqual({ makerName: null, words: null })
    expect(
      await owner.auditEvent.count({ where: { actorUserId: actor.userId, action: 'consent.withdrawn' } }),
    ).toBe(2)
    await give(actor, 'public_name')
    const [name] = await findOwnConsents({ actor, locale: 'zh-CN' })
    expect(name).toMatchObject({ purpose: 'public_name', isGiven: true, isOld: false })
    expect(name?.history.map(({ version, withdrawnAt }) => [version, withdrawnAt !== null])).toEqual([
      [1, false],
      [1, true],
    ])
  })

  it('withholds the pictures that show her at work, and no others', async () => {
    const { actor, sellerId } = await buildSeller()
    await give(actor, 'public_photo')
    const [making, whole] = [await buildMedia(), await buildMedia()]
    await owner.media.update({ where: { id: making }, data: { sellerId, shot: 'making' } })
    await owner.media.update({ where: { id: whole }, data: { sellerId, shot: 'whole' } })
    const states = async () => {
      const rows = await owner.media.findMany({ where: { sellerId }, orderBy: { shot: 'asc' } })
      return rows.map(({ shot, state }) => `${shot} ${state}`)
    }
    await withdrawConsent({ actor, purpose: 'public_photo' })
    expect(await states()).toEqual(['making withheld', 'whole ready'])
    await give(actor, 'public_photo')
    expect(await states()).toEqual(['making ready', 'whole ready'])
  })

  it('keeps back what comes later, or was never agreed to, and says so at its address', async () => {
    const { actor, sellerId } = await buildSeller()
    const mediaId = await buildMedia()
    const stateOf = async () => (await owner.media.findUniqueOrThrow({ where: { id: mediaId } })).state
    const become = (shot: string) => owner.media.update({ where: { id: mediaId }, data: { sellerId, shot } })
    const viewing = async () =>
      findViewing(
        new Request('http://127.0.0.1/'),
        (await owner.media.findUniqueOrThrow({ where: { id: mediaId } })).contentHash,
      )
    await become('making')
    expect([await stateOf(), await viewing()]).toEqual(['withheld', 'none'])
    await give(actor, 'public_photo')
    expect([await stateOf(), await viewing()]).toEqual(['ready', 'by_consent'])
    await withdrawConsent({ actor, purpose: 'public_photo' })
    await owner.media.update({ where: { id: mediaId }, data: { state: 'ready' } })
    expect([await stateOf(), await viewing()]).toEqual(['withheld', 'none'])
    await become('whole')
    expect([await stateOf(), await viewing()]).toEqual(['ready', 'public'])
  })

  it('asks again when the wording is newer, and refuses the older one', async () => {
    const { actor } = await buildSeller()
    const old = await getText('public_voice', 'zh-CN')
    await giveConsent({ actor, purpose: 'public_voice', textId: old.id, words: '' })
    await owner.textVersion.createMany({
      data: ['zh-CN', 'en'].map((locale) => ({
        kind: 'public_voice',
        version: 2,
        locale,
        title: '声音',
        body: '新的说法。',
      })),
    })
    const voice = async () => (await findOwnConsents({ actor, locale: 'zh-CN' })).at(-1)
    expect(await voice()).toMatchObject({ isGiven: true, isOld: true, text: { body: '新的说法。' } })
    const again = { actor, purpose: 'public_voice' as const, words: '' }
    expect(await keyOf(giveConsent({ ...again, textId: old.id }))).toBe('card.textChanged')
    expect(await keyOf(giveConsent({ ...again, textId: null }))).toBe('consents.tickFirst')
    await give(actor, 'public_voice')
    expect(await voice()).toMatchObject({ isGiven: true, isOld: false })
    expect(
      (await voice())?.history.map(({ version, withdrawnAt }) => [version, withdrawnAt === null]),
    ).toEqual([
      [2, true],
      [1, false],
    ])
  })

  it('is kept by the database: no name without a consent, and only her own taken back', async () => {
    const [her, other] = [await buildSeller(), await buildSeller()]
    const name = (sellerId: string) =>
      keyOf(owner.seller.update({ where: { id: sellerId }, data: { makerName: '示例' } }))
    expect(await name(her.sellerId)).toContain('has not agreed to public_name')
    for (const { actor } of [her, other]) await give(actor, 'public_name')
    await withdrawConsent({ actor: other.actor, purpose: 'public_name' })
    expect((await getMakerPage(her.slug, 'zh-CN')).makerName).toBe('示例')
    expect(await name(other.sellerId)).toContain('has not agreed to public_name')
  })
})
