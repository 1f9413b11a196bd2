import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { forgetAnswers } from '~/platform/db/kept-answers'
import { prisma } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { owner, passSeconds } from '../../../tests/fixtures/owner'
import { order, placeForm, totalOf } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import type { DocumentKind } from './document-kinds'
import { findComingDocuments } from './find-coming-documents.server'
import { findDocuments } from './find-documents.server'
import { findDocumentsInForce } from './find-documents-in-force.server'
import { getDocument } from './get-document.server'
import { publishDocument } from './publish-document.server'
import { recordAgreement } from './record-agreement.server'

const words = (what: string) => ({
  titleZh: `协议 ${what}`,
  titleEn: `Terms ${what}`,
  bodyZh: `第 ${what} 版的话，写够二十个字才能公布出去，不然太短。\n\n## 退货\n- 七天`,
  bodyEn: `The words of version ${what}, which are long enough.`,
})

const inDays = async (days: number) => addDays(dayOf(await appNow()), days)
const admin = () => buildActor({ role: 'admin', region: '62' })

async function publish(kind: DocumentKind, what: string, days: number): Promise<void> {
  await publishDocument({ actor: await admin(), kind, from: await inDays(days), ...words(what) })
}

let variantId = ''

beforeAll(async () => {
  await buildGround()
  const { sellerId } = await buildSeller()
  variantId = (await buildPiece({ sellerId, stock: 100 })).variantId
})

async function placed() {
  const { orderId } = await order(await buildCart([{ variantId }]))
  return owner.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { id: true, terms: { select: { kind: true, locale: true, version: true } } },
  })
}

describe('a document', () => {
  it('is not there before its first version, which holds at once; the next is announced and holds from its day', async () => {
    await expect(getDocument({ kind: 'rules', locale: 'zh-CN', version: null })).rejects.toThrow(Refusal)
    await publish('rules', '一', 0)
    const first = await getDocument({ kind: 'rules', locale: 'zh-CN', version: null })
    expect(first).toMatchObject({ version: 1, state: 'now', title: '协议 一' })
    expect(first.blocks.at(-1)).toEqual({ kind: 'list', items: ['七天'] })

    await publish('rules', '二', 8)
    const now = await getDocument({ kind: 'rules', locale: 'en', version: null })
    expect(now.title).toBe('Terms 一')
    expect(now.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'coming'],
      [1, 'now'],
    ])
    expect(await getDocument({ kind: 'rules', locale: 'en', version: 2 })).toMatchObject({
      title: 'Terms 二',
      state: 'coming',
    })
    const [coming] = await findComingDocuments()
    expect(coming).toMatchObject({ kind: 'rules', version: 2, from: await inDays(8) })
    const left = startOf(await inDays(8)).getTime() - (await appNow()).getTime()
    expect(Math.abs((coming?.until ?? 0) - Date.now() - left)).toBeLessThan(5_000)
    await expect(getDocument({ kind: 'rules', locale: 'en', version: 3 })).rejects.toThrow(Refusal)
    expect((await findDocuments('rules')).words).toMatchObject({ titleZh: '协议 二', titleEn: 'Terms 二' })
  })

  it('refuses a day that is too near, and one before the version that waits', async () => {
    await expect(publish('rules', '三', 7)).rejects.toMatchObject({ key: 'documents.tooSoon', field: 'from' })
    await expect(publish('rules', '三', 8)).rejects.toMatchObject({ key: 'documents.afterNext' })
    await publish('rules', '三', 9)
  })

  it('is kept by the database: seven days, both languages, no gap, no back date, never changed', async () => {
    const now = await appNow()
    const insert = (version: number, validFrom: Date, locales: string[], publishedAt = now) =>
      prisma.textVersion.createMany({
        data: locales.map((locale) => ({
          kind: 'privacy',
          version,
          locale,
          title: '隐',
          body: '私',
          validFrom,
          publishedAt,
        })),
      })
    const both = ['zh-CN', 'en']
    await expect(insert(1, new Date(now.getTime() - 60_000), both)).rejects.toThrow('before it is published')
    await expect(insert(1, new Date(now.getTime() + 60_000), ['zh-CN'])).rejects.toThrow('both languages')
    await insert(1, new Date(now.getTime() + 60_000), both)
    await expect(insert(3, startOf(await inDays(9)), both)).rejects.toThrow('not the next one')
    await expect(insert(2, startOf(await inDays(6)), both)).rejects.toThrow('seven days')
    const longAgo = new Date(now.getTime() - 30 * 24 * 3_600_000)
    await expect(insert(2, startOf(await inDays(2)), both, longAgo)).rejects.toThrow('seven days')
    await expect(
      prisma.textVersion.updateMany({ where: { kind: 'privacy' }, data: { body: '别的' } }),
    ).rejects.toThrow()
    await expect(owner.textVersion.deleteMany({ where: { kind: 'privacy' } })).rejects.toThrow('append-only')
  })

  it('is frozen into an order by its hour, and what she signed in by is noted once', async () => {
    const before = await placed()
    expect(before.terms).toBeNull()
    const cartId = await buildCart([{ variantId }])
    const seenTotalFen = await totalOf(cartId)
    const seenDocuments = await findDocumentsInForce('zh-CN')
    await publish('terms', '一', 0)
    const after = await placed()
    expect(after.terms).toEqual({ kind: 'terms', locale: 'zh-CN', version: 1 })
    await expect(owner.order.update({ where: { id: after.id }, data: { termsId: null } })).rejects.toThrow(
      'stay as they were',
    )
    await owner.order.update({ where: { id: after.id }, data: { hidePrices: true } })

    await expect(placeForm(cartId, { seenTotalFen, seenDocuments })).rejects.toMatchObject({
      key: 'order.documentsChanged',
    })
    await placeForm(cartId, { seenTotalFen, seenDocuments: await findDocumentsInForce('zh-CN') })

    const { userId } = await admin()
    for (const locale of ['zh-CN', 'zh-CN'] as const) await recordAgreement({ userId, locale })
    const agreed = await owner.agreement.findMany({
      where: { userId },
      select: { textVersion: { select: { kind: true, version: true } } },
    })
    expect(agreed.map(({ textVersion }) => textVersion).sort((a, b) => a.kind.localeCompare(b.kind))).toEqual(
      [
        { kind: 'rules', version: 1 },
        { kind: 'terms', version: 1 },
      ],
    )
    await expect(owner.agreement.deleteMany({ where: { userId } })).rejects.toThrow('append-only')
  })

  it('is announced until the very instant at which it holds, though the announcement is kept', async () => {
    const next = async () => (await findComingDocuments()).find(({ kind }) => kind === 'rules')
    const left = ((await next())?.until ?? 0) - Date.now()
    expect(left).toBeGreaterThan(6 * 24 * 3_600_000)
    await passSeconds(Math.floor(left / 1000) - 2)
    forgetAnswers()
    expect(await next()).toMatchObject({ version: 2 })
    await expect.poll(async () => (await next())?.version, { timeout: 5_000 }).toBe(3)
  })
})
