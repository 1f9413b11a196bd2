import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { unsafeGetOrderPage } from '~/modules/orders/get-order-page.server'
import { placeOrder } from '~/modules/orders/place-order.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { buildKnot, buildRate, placeAbroad } from '../../../tests/fixtures/abroad'
import { owner } from '../../../tests/fixtures/owner'
import { checkoutForm, pay, totalOf } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { changeInvoice } from './change-invoice.server'
import { findInvoices } from './find-invoices.server'
import { unsafeFindInvoice } from './find-order-invoice.server'
import { issueInvoice } from './issue-invoice.server'
import { openInvoiceRequest } from './open-invoice-request.server'

const company = {
  invoiceKind: 'company' as const,
  invoiceTitle: '示例文化传播有限公司',
  taxNumber: '9135 0100 m000 100Y43',
  invoiceEmail: 'finance@example.com',
}
const person = { ...company, invoiceKind: 'personal' as const, invoiceTitle: '', taxNumber: '抄错' }
const none = { ...company, invoiceKind: 'none' as const }

let variantId = ''
let finance: Actor
let seller: Actor
let serial = 10_000_000

async function place(over: object = company): Promise<string> {
  const cartId = await buildCart([{ variantId }])
  const form = { ...(await checkoutForm(await totalOf(cartId))), ...over }
  const placed = await placeOrder({
    cartId,
    actor: null,
    locale: 'zh-CN',
    place: { code: '110101', text: '北京市 东城区' },
    form,
    clientAddress: null,
  })
  return placed.orderId
}

async function paid(over: object = company): Promise<{ orderId: string; paymentId: string }> {
  const orderId = await place(over)
  return { orderId, paymentId: await pay(orderId) }
}

const today = async () => dayOf(await appNow())
async function issue(orderId: string, over: object = {}) {
  serial += 1
  const asked = { actor: finance, orderId, number: String(serial), issuedOn: await today(), amountFen: 7800n }
  return issueInvoice({ ...asked, ...over })
}
const giveBack = (paymentId: string, amountMinor: bigint) =>
  owner.refund.create({ data: { paymentId, amountMinor, currency: 'CNY', reason: 'goodwill' } })
const stateOf = (orderId: string) => owner.invoice.findUnique({ where: { orderId } })

beforeAll(async () => {
  await buildGround()
  const { sellerId, actor } = await buildSeller()
  seller = actor
  variantId = (await buildPiece({ sellerId, stock: 100 })).variantId
  finance = await buildActor({ role: 'finance' })
})

describe('an order’s invoice', () => {
  it('is asked for at checkout, with the gift; nothing of it stands in the clear', async () => {
    const { orderId } = await paid({
      ...company,
      giftNote: '生日快乐',
      hidePrices: true,
      buyerPhone: '13800001290',
    })
    expect(await unsafeFindInvoice({ orderId })).toEqual({
      kind: 'company',
      title: company.invoiceTitle,
      taxNumber: '91350100M000100Y43',
      email: company.invoiceEmail,
      issued: null,
    })
    const page = await unsafeGetOrderPage({ orderId, locale: 'zh-CN' })
    expect(page).toMatchObject({ giftNote: '生日快乐', hidePrices: true })
    const row = await stateOf(orderId)
    expect(Buffer.from(row?.cipher ?? '').toString('utf8')).not.toMatch(/示例|M000100Y43|example/)
  })

  it('is a person’s without a name and without a number, or none', async () => {
    const { orderId } = await paid(person)
    expect(await unsafeFindInvoice({ orderId })).toMatchObject({
      kind: 'personal',
      title: '个人',
      taxNumber: null,
    })
    expect(await unsafeFindInvoice({ orderId: (await paid(none)).orderId })).toBeNull()
  })

  it.each([
    ['taxNumber', { taxNumber: '91350100M000100Y4' }],
    ['taxNumber', { taxNumber: '91350100M000100Y34' }],
    ['invoiceTitle', { invoiceTitle: '' }],
    ['invoiceEmail', { invoiceEmail: 'finance@example' }],
    ['invoiceEmail', { invoiceEmail: '' }],
    ['invoiceKind', { invoiceKind: null }],
  ])('is refused beside %s, and nothing is placed: %j', async (field, wrong) => {
    const before = await owner.order.count()
    await expect(place({ ...company, ...wrong })).rejects.toMatchObject({ field, status: 422 })
    expect(await owner.order.count()).toBe(before)
  })

  it('is corrected and taken back until it is issued, then never', async () => {
    const { orderId } = await paid(none)
    await expect(
      changeInvoice({
        orderId,
        form: { ...none, invoiceKind: null, invoiceTitle: '', taxNumber: '', invoiceEmail: '' },
      }),
    ).rejects.toMatchObject({ field: 'invoiceKind' })
    await changeInvoice({ orderId, form: person })
    await changeInvoice({ orderId, form: company })
    expect(await unsafeFindInvoice({ orderId })).toMatchObject({ kind: 'company' })
    await changeInvoice({ orderId, form: none })
    expect(await unsafeFindInvoice({ orderId })).toBeNull()
    await expect(issue(orderId)).rejects.toMatchObject({ key: 'invoice.moved' })
    await changeInvoice({ orderId, form: company })
    await issue(orderId)
    for (const form of [company, person, none])
      await expect(changeInvoice({ orderId, form })).rejects.toMatchObject({ key: 'invoice.isIssued' })
    await expect(owner.invoice.update({ where: { orderId }, data: { kind: 'personal' } })).rejects.toThrow(
      'stays as it is',
    )
    const events = await owner.invoiceEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })
    expect(events.map(({ state }) => state)).toEqual(['requested', 'withdrawn', 'requested', 'issued'])
  })

  it('is none for an order that goes abroad', async () => {
    await buildRate()
    const { sellerId } = await buildSeller()
    const { orderId } = await placeAbroad(await buildCart([await buildKnot({ sellerId })]))
    await pay(orderId)
    await expect(changeInvoice({ orderId, form: company })).rejects.toMatchObject({
      key: 'invoice.abroad',
      status: 409,
    })
    await changeInvoice({ orderId, form: none })
    expect(await unsafeFindInvoice({ orderId })).toBeNull()
  })

  it('cannot be asked for before the order is paid', async () => {
    const orderId = await place(none)
    await expect(changeInvoice({ orderId, form: company })).rejects.toMatchObject({ key: 'invoice.notPaid' })
  })

  it('is over what was paid less what went back, to the fen', async () => {
    const { orderId, paymentId } = await paid()
    await giveBack(paymentId, 1234n)
    const rows = (await findInvoices()).waiting.filter((row) => row.orderId === orderId)
    expect(rows).toMatchObject([{ amountFen: 6566, kind: 'company' }])
    await expect(issue(orderId)).rejects.toMatchObject({ key: 'invoice.amountMoved', status: 409 })
    await issue(orderId, { amountFen: 6566n, number: '24100000000012345678' })
    await issue(orderId, { amountFen: 1n, number: '24100000000012345678' })
    expect(await unsafeFindInvoice({ orderId })).toMatchObject({
      issued: { number: '24100000000012345678', day: await today(), amountFen: 6566 },
    })
    await giveBack(paymentId, 66n)
    const issued = (await findInvoices()).issued.find((row) => row.orderId === orderId)
    expect(issued).toMatchObject({ amountFen: 6566, sinceFen: 66 })
    const audits = await owner.auditEvent.findMany({ where: { subjectId: orderId } })
    expect(audits.map(({ action }) => action)).toEqual(['invoice.issued'])
  })

  it('is not issued over nothing', async () => {
    const { orderId, paymentId } = await paid()
    await giveBack(paymentId, 7800n)
    expect((await findInvoices()).waiting.some((row) => row.orderId === orderId)).toBe(false)
    await expect(issue(orderId, { amountFen: 0n })).rejects.toMatchObject({ key: 'invoice.nothingPaid' })
  })

  it('has a number of its own and a day that can be', async () => {
    const [{ orderId }, other] = [await paid(), await paid()]
    await issue(other.orderId, { number: '12345678' })
    for (const [field, wrong] of [
      ['number', { number: '12345678' }],
      ['issuedOn', { issuedOn: '2099-01-01' }],
      ['issuedOn', { issuedOn: '2020-01-01' }],
    ] as const)
      await expect(issue(orderId, wrong)).rejects.toMatchObject({ field, status: 422 })
    expect(await stateOf(orderId)).toMatchObject({ state: 'requested', number: null })
  })

  it('is opened with an audit, and is no seller’s to see', async () => {
    const { orderId } = await paid()
    expect(await openInvoiceRequest({ actor: finance, orderId })).toMatchObject({
      title: company.invoiceTitle,
    })
    const [audit] = await owner.auditEvent.findMany({ where: { subjectId: orderId } })
    expect(audit).toMatchObject({ action: 'invoice.opened', actorUserId: finance.userId, detail: {} })
    expect(await inScope(seller.scope, (tx) => tx.invoice.count())).toBe(0)
  })

  it('is issued once by two at the same moment', async () => {
    const { orderId } = await paid()
    const both = await Promise.allSettled([issue(orderId), issue(orderId)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
