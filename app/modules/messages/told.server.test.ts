import { randomInt } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOpenReports, findReports } from '~/modules/reports/find-reports.server'
import { getReport } from '~/modules/reports/get-report.server'
import { inScope } from '~/platform/db/in-scope.server'
import { env } from '~/platform/env.server'
import { blindIndex, seal } from '~/platform/secrets/envelope.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import type { About } from './find-conversation.server'
import { findReported, openReported } from './open-reported.server'
import { reportConversation } from './report-conversation.server'
import { sendMessage } from './send-message.server'
import { sendNotice } from './send-notice.server'
import { asBuyer, asOrderHolder, asSeller, type Who } from './who'

const texts = join(tmpdir(), `notices-${process.pid}.txt`)
const letters = join(tmpdir(), `answers-${process.pid}.txt`)

beforeAll(async () => {
  await buildGround()
  await buildRate()
  env.SMS_OUTBOX = texts
  env.MAIL_OUTBOX = letters
})
afterAll(async () => {
  env.SMS_OUTBOX = undefined
  env.MAIL_OUTBOX = undefined
  for (const file of [texts, letters]) await rm(file, { force: true })
})

/** Says something; the id of the message that its notice names. */
async function say(who: Who, about: About, words: string): Promise<string> {
  const token = crypto.randomUUID()
  await sendMessage({ who, about, form: { words, phrase: null, token }, photos: [] })
  return (await owner.message.findFirstOrThrow({ where: { token } })).id
}

const linesWith = async (file: string, text: string) =>
  (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line.includes(text))

/** A maker whose phone number is on file. */
async function buildReachable() {
  const seller = await buildSeller()
  const { personId, key } = seller.person
  const phone = `139${String(randomInt(1e8)).padStart(8, '0')}`
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: blindIndex('phone', phone),
    },
  })
  return { ...seller, phone }
}

describe('a maker', () => {
  it('is told of the first unread message of an hour, once, without what it says', async () => {
    const { sellerId, phone } = await buildReachable()
    const { slug } = await buildPiece({ sellerId })
    const messages: string[] = []
    for (const words of ['有蓝的吗', '有红的吗'])
      messages.push(await say(asBuyer(await buildActor({ role: 'buyer' })), { slug }, words))
    const jobs = await owner.$queryRaw<{ id: string }[]>`
      SELECT data ->> 'messageId' AS id FROM pgboss.job WHERE name = 'message-notice' AND data ->> 'messageId' = ANY(${messages})`
    expect(jobs.map(({ id }) => id).sort()).toEqual([...messages].sort())
    for (const messageId of [...messages, ...messages]) await sendNotice({ messageId })
    const lines = await linesWith(texts, phone)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('/studio/messages')
    expect(lines[0]).not.toContain('蓝')
  })

  it('is told nothing of what she has read', async () => {
    const { sellerId, phone, actor } = await buildReachable()
    const { slug } = await buildPiece({ sellerId })
    const messageId = await say(asBuyer(await buildActor({ role: 'buyer' })), { slug }, '有蓝的吗')
    const { conversationId } = await owner.message.findUniqueOrThrow({ where: { id: messageId } })
    await say(asSeller(actor), { conversationId }, '有')
    await sendNotice({ messageId })
    expect(await linesWith(texts, phone)).toEqual([])
  })
})

describe('a buyer abroad', () => {
  it('gets one letter when an answer came, with a link that opens her order', async () => {
    const { sellerId, actor } = await buildSeller()
    const { orderId, number } = await placeAbroad(await buildCart([await buildKnot({ sellerId })]))
    const { id: sellerOrderId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    await say(asOrderHolder({ orderId, userId: null }), { sellerOrderId }, 'When does it leave?')
    const answers = [
      await say(asSeller(actor), { sellerOrderId }, '明天寄'),
      await say(asSeller(actor), { sellerOrderId }, '后天也行'),
    ]
    for (const messageId of [...answers, ...answers]) await sendNotice({ messageId })
    const [letter, second] = await linesWith(letters, number)
    expect(second).toBeUndefined()
    expect(letter).toContain('j.beispiel@example.com')
    expect(letter).not.toContain('明天')
  })
})

describe('a conversation that was reported', () => {
  it('is read by the desk of the maker’s region alone, each time with an entry in the audit', async () => {
    const { sellerId } = await buildSeller()
    const { slug } = await buildPiece({ sellerId })
    const buyer = await buildActor({ role: 'buyer' })
    const messageId = await say(asBuyer(buyer), { slug }, '话不对路')
    const { conversationId } = await owner.message.findUniqueOrThrow({ where: { id: messageId } })
    const about = { conversationId }
    const here = await buildActor({ role: 'coordinator', region: '620123' })
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    const seen = () => inScope(here, (tx) => tx.message.count({ where: about }))
    expect(await seen()).toBe(0)
    const form = { report: '她骂人了。', contact: '13800001276' }
    const stranger = asBuyer(await buildActor({ role: 'buyer' }))
    const rest = { about, form, locale: 'zh-CN', address: `10.9.0.${randomInt(250)}` } as const
    await expect(reportConversation({ who: stranger, ...rest })).rejects.toMatchObject({ status: 404 })
    const { number } = await reportConversation({ who: asBuyer(buyer), ...rest })
    const { id: reportId } = await owner.report.findUniqueOrThrow({ where: { number } })
    expect((await findReports({ actor: here, locale: 'en' })).open.rows.map((one) => one.number)).toContain(
      number,
    )
    expect(await findReported({ actor: here, reportId })).toBe('buyer')
    expect(await findReported({ actor: elsewhere, reportId })).toBeNull()
    await expect(openReported({ actor: elsewhere, reportId, locale: 'en' })).rejects.toMatchObject({
      status: 404,
    })
    const { messages } = await openReported({ actor: here, reportId, locale: 'en' })
    expect(messages).toMatchObject([{ words: '话不对路', side: 'buyer' }])
    expect(
      await owner.auditEvent.count({ where: { subjectId: reportId, action: 'report.conversation_opened' } }),
    ).toBe(1)
  })

  it('by its maker is about a buyer: who she is, is opened with it and told nowhere before', async () => {
    const { sellerId, actor } = await buildSeller()
    const { slug } = await buildPiece({ sellerId })
    const messageId = await say(asBuyer(await buildActor({ role: 'buyer' })), { slug }, '话不对路')
    const about = await owner.message.findUniqueOrThrow({
      where: { id: messageId },
      select: { conversationId: true },
    })
    const here = await buildActor({ role: 'coordinator', region: '620123' })
    const form = { report: '他骂人。', contact: '13800001277' }
    const who = asSeller(actor)
    const { number } = await reportConversation({ who, about, form, locale: 'zh-CN', address: '10.8.0.1' })
    const { id: reportId } = await owner.report.findUniqueOrThrow({ where: { number } })
    const { rows } = await findOpenReports({ actor: here, locale: 'zh-CN' })
    expect(rows.find((one) => one.id === reportId)).toMatchObject({ seller: null, isAboutBuyer: true })
    expect(await getReport({ actor: here, reportId })).toMatchObject({ seller: null, piece: null })
    const talk = await openReported({ actor: here, reportId, locale: 'zh-CN' })
    expect(talk.sellerName).toBe('示例结艺')
  })

  it('names its order at the desk of the maker’s region, though another maker has a part of it', async () => {
    const { sellerId } = await buildSeller()
    const own = await buildPiece({ sellerId })
    const { variantId } = await buildPiece({ sellerId: (await buildSeller()).sellerId })
    const { orderId } = await order(await buildCart([{ variantId: own.variantId }, { variantId }]))
    const { id: sellerOrderId, order: placed } = await owner.sellerOrder.findFirstOrThrow({
      where: { orderId, sellerId },
      select: { id: true, order: { select: { number: true } } },
    })
    const who = asOrderHolder({ orderId, userId: null })
    await say(who, { sellerOrderId }, '什么时候寄？')
    const form = { report: '说好的日子过了。', contact: '13800001278' }
    const about = { sellerOrderId }
    const { number } = await reportConversation({ who, about, form, locale: 'zh-CN', address: '10.8.0.2' })
    const { id: reportId } = await owner.report.findUniqueOrThrow({ where: { number } })
    const here = await buildActor({ role: 'coordinator', region: '620123' })
    expect(await getReport({ actor: here, reportId })).toMatchObject({
      orderNumber: placed.number,
      seller: { id: sellerId },
    })
  })
})
