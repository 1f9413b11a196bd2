import { beforeAll, describe, expect, it } from 'vitest'
import type { SellerKind } from '~/generated/prisma/enums'
import { getSellerWork } from '~/modules/orders/get-seller-work.server'
import { findSaleTerms } from '~/modules/settings/find-sale-terms.server'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import {
  buildCart,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'

const since = new Date('2020-01-01')

beforeAll(buildGround)

async function rule(data: {
  priority: number
  bps: number
  craftId?: string
  sellerKind?: SellerKind
  campaign?: string
  taxBps?: number
  validTo?: Date
}) {
  return owner.commissionRule.create({ data: { validFrom: since, ...data } })
}

async function end(...ids: string[]) {
  await owner.commissionRule.updateMany({
    where: { id: { in: ids } },
    data: { validTo: new Date('2020-01-02') },
  })
}

async function soldLine(kind: 'individual' | 'workshop' = 'individual', priceFen = 9990n) {
  const seller = await buildSeller({ kind })
  const piece = await buildPiece({ sellerId: seller.sellerId, priceFen })
  const { orderId } = await order(await buildCart([piece]))
  const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrder: { orderId } } })
  return { line, seller, piece, orderId }
}

describe('the commission of a sale', () => {
  it('is taken by the first rule that matches craft, kind of seller and campaign, and frozen', async () => {
    const { id: craftId } = await owner.craft.findFirstOrThrow()
    const other = await owner.craft.create({
      data: {
        code: `c${Date.now()}`,
        nameZh: '别的',
        nameEn: 'Other',
        sentenceZh: '一',
        sentenceEn: 'One',
        position: 99,
      },
    })
    const forOther = await rule({ priority: 10, bps: 100, craftId: other.id })
    const forWorkshops = await rule({ priority: 20, bps: 800, sellerKind: 'workshop' })
    const ended = await rule({ priority: 25, bps: 1, campaign: '旧活动', validTo: new Date('2020-02-01') })
    const campaign = await rule({ priority: 30, bps: 300, craftId, campaign: '春节' })

    const { line, piece } = await soldLine()
    expect(line).toMatchObject({ commissionRuleId: campaign.id, commissionBps: 300, commissionFen: 300n })
    expect((await findSaleTerms({ product: { slug: piece.slug } })).commissionBps).toBe(300)
    expect((await soldLine('workshop')).line).toMatchObject({ commissionRuleId: forWorkshops.id })
    await end(campaign.id, forOther.id, forWorkshops.id, ended.id)
    expect((await soldLine()).line.commissionBps).toBe(500)
    expect((await findSaleTerms()).commissionBps).toBe(500)
    expect((await owner.orderLine.findUniqueOrThrow({ where: { id: line.id } })).commissionBps).toBe(300)
  })

  it('has one answer at a time and never changes once it is made', async () => {
    const one = await rule({ priority: 40, bps: 100, sellerKind: 'base' })
    await expect(rule({ priority: 40, bps: 200, sellerKind: 'institution' })).rejects.toThrow(/no_overlap/)
    await expect(owner.commissionRule.update({ where: { id: one.id }, data: { bps: 50 } })).rejects.toThrow(
      /never changes/,
    )
    await end(one.id)
  })

  it('carries its tax, booked apart, and what is left of the goods is hers to the fen', async () => {
    const taxed = await rule({ priority: 50, bps: 500, taxBps: 600 })
    const seller = await buildSeller()
    const { variantId } = await buildPiece({ sellerId: seller.sellerId, priceFen: 9990n })
    const { orderId, sellerOrderId } = await sell(seller.actor, [{ variantId }])
    await end(taxed.id)
    // 5 % of 99.90 = 5.00 (rounded half up); 6 % tax within it: 5.00 × 6 / 106 = 0.28
    expect(await legsOf(orderId, sellerOrderId)).toEqual([
      ['commission', 'commission', -472n],
      ['commission_tax', 'tax', -28n],
      ['earned', 'held', 10990n],
      ['postage', 'payable', -1000n],
      ['share', 'payable', -9490n],
    ])
  })

  it('leaves the broker her cut by a mandate that both have signed, and shows the maker every part', async () => {
    const seller = await buildSeller()
    const { householdId } = await buildHousehold()
    await joinHousehold({
      personId: seller.person.personId,
      householdId,
      verifiedById: (await buildPerson()).userId,
    })
    const agent = await buildPerson({ village: null })
    const mandate = await owner.mandate.create({
      data: {
        sellerId: seller.sellerId,
        agentPersonId: agent.personId,
        scope: ['orders'],
        capBps: 1000,
        cutBps: 800,
        ...mandateDays(),
        signedByPrincipalAt: since,
      },
    })
    const { variantId } = await buildPiece({ sellerId: seller.sellerId, priceFen: 9990n })
    const unsigned = await order(await buildCart([{ variantId }]))
    expect(
      await owner.orderLine.findFirst({ where: { sellerOrder: { orderId: unsigned.orderId } } }),
    ).toMatchObject({ brokerFen: null })
    await expect(owner.mandate.update({ where: { id: mandate.id }, data: { cutBps: 1001 } })).rejects.toThrow(
      /cut/,
    )
    await owner.mandate.update({ where: { id: mandate.id }, data: { signedByAgentAt: since } })

    const { orderId, sellerOrderId } = await sell(seller.actor, [{ variantId }])
    expect(await legsOf(orderId, sellerOrderId)).toEqual([
      ['broker', 'payable', -799n],
      ['commission', 'commission', -500n],
      ['earned', 'held', 10990n],
      ['postage', 'payable', -1000n],
      ['share', 'payable', -8691n],
    ])
    const [income] = await owner.incomeAttribution.findMany({
      where: { ledgerEntry: { transaction: { reference: `earned:${sellerOrderId}` } } },
    })
    expect(income).toMatchObject({ amountFen: 8691n, householdId })
    const work = await getSellerWork({ actor: seller.actor, sellerOrderId, locale: 'zh-CN' })
    expect(work.lines[0]).toMatchObject({ commissionFen: 500, brokerFen: 799, brokerBps: 800, herFen: 8691 })

    await owner.mandate.update({ where: { id: mandate.id }, data: { revokedAt: new Date() } })
    const { orderId: later } = await order(await buildCart([{ variantId }]))
    await pay(later)
    expect(await owner.orderLine.findFirst({ where: { sellerOrder: { orderId: later } } })).toMatchObject({
      brokerFen: null,
      brokerPartyId: null,
    })
  })
})

async function legsOf(orderId: string, sellerOrderId: string) {
  const entries = await owner.ledgerEntry.findMany({
    where: { transaction: { orderId, reference: `earned:${sellerOrderId}` } },
    orderBy: [{ purpose: 'asc' }],
    select: { purpose: true, amountMinor: true, account: { select: { kind: true } } },
  })
  return entries.map(({ purpose, account, amountMinor }) => [purpose, account.kind, amountMinor])
}
