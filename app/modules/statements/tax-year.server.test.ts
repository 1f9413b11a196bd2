import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { appNow } from '~/platform/db/clock.server'
import { formatYuan } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/translate'
import { owner } from '../../../tests/fixtures/owner'
import {
  answerBatch,
  buildFinance,
  buildOwedSeller,
  owedTo,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { readWorkbook } from '../../../tests/fixtures/piece-tables'
import { sell } from '../../../tests/fixtures/shopping'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'
import { getTaxFile } from './get-tax-file.server'
import { getTaxPdf } from './get-tax-pdf.server'
import { getTaxYear, type TaxYear } from './get-tax-year.server'

beforeAll(buildGround)

const withoutSpaces = (text: string) => text.replaceAll(/\s/g, '')

async function readPdf(bytes: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  return withoutSpaces(items.map((item) => ('str' in item ? item.str : '')).join(''))
}

const thisYear = async () => (await appNow()).getFullYear()

describe('a year for the tax office', () => {
  it('equals the books to the fen: sales, commission, refunds, payouts', async () => {
    const { preparer, approver } = await buildFinance()
    const { sellerId, actor, piece } = await buildOwedSeller({ priceFen: 36_801n })
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    await answerBatch(approver, batchId, {})
    const { sellerOrderId } = await sell(actor, [{ variantId: piece.variantId, quantity: 2 }])
    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId } })
    await refundParcel(preparer, sellerOrderId, {
      lines: [{ id: line.id, quantity: 1, amount: 36_801n }],
      postage: 0n,
      bearer: 'seller',
      byBank: false,
      reason: '少寄了一件',
    })
    const years: TaxYear[] = []
    for (let year: number | null = await thisYear(); year !== null; year = years.at(-1)?.before ?? null)
      years.push(await getTaxYear({ actor, purse: sellerId, year }))
    const sumOf = (source: 'goodsFen' | 'commissionFen' | 'incomeFen' | 'paidFen' | 'refundsFen') =>
      years.reduce((sum, { total }) => sum + total[source], 0)
    const [sold] = await owner.$queryRaw<{ goods: bigint; commission: bigint }[]>`
      SELECT sum(l."amountFen" - l."discountFen" + l."borneFen")::bigint AS goods, sum(l."commissionFen")::bigint AS commission
      FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."sellerId" = ${sellerId}::uuid AND s.status = 'completed'`
    const [paid] = await owner.$queryRaw<{ paid: bigint }[]>`
      SELECT coalesce(sum(l."amountFen"), 0)::bigint AS paid FROM "PayoutLine" l JOIN "Party" y ON y.id = l."partyId" WHERE y."sellerId" = ${sellerId}::uuid AND l.state = 'paid'`
    expect(BigInt(sumOf('goodsFen'))).toBe(sold?.goods)
    expect(BigInt(sumOf('commissionFen'))).toBe(sold?.commission)
    expect(BigInt(sumOf('paidFen'))).toBe(paid?.paid)
    expect(sumOf('paidFen')).toBeGreaterThan(0)
    expect(sumOf('refundsFen')).toBeGreaterThan(0)
    expect(BigInt(sumOf('incomeFen') - sumOf('paidFen'))).toBe(await owedTo(sellerId))
    for (const { months, total } of years) {
      for (const { goodsFen, commissionFen, brokerFen, postageFen, refundsFen, incomeFen } of months)
        expect(goodsFen - commissionFen - brokerFen + postageFen - refundsFen).toBe(incomeFen)
      expect(total.incomeFen).toBe(months.reduce((sum, { incomeFen }) => sum + incomeFen, 0))
    }
    const { name, bytes } = await getTaxFile({ actor, purse: sellerId, year: null, locale: 'zh-CN' })
    expect(name).toMatch(/^income-20\d\d$/)
    const [titles = []] = await readWorkbook(bytes)
    expect(titles.slice(0, 3)).toEqual(['月份', '货款（扣费以前）（元）', '平台佣金（元）'])
    const paper = await getTaxPdf({ actor, purse: sellerId, year: null, locale: 'zh-CN', isLarge: false })
    expect(paper.name).toMatch(/^income-20\d\d\.pdf$/)
    const text = await readPdf(paper.bytes)
    const [present] = years
    expect(text).toContain(withoutSpaces(translator('zh-CN')('tax.heading', { year: present?.year ?? 0 })))
    for (const source of ['goodsFen', 'commissionFen', 'refundsFen', 'incomeFen', 'paidFen'] as const)
      expect(text).toContain(
        `${translator('zh-CN')(`tax.${source}`)}${formatYuan(present?.total[source] ?? -1)}`,
      )
    const taken = await owner.auditEvent.count({
      where: { action: 'statement.year_exported', subjectId: sellerId },
    })
    expect(taken).toBe(2)
  })

  it('is hers alone, and of no year to come', async () => {
    const [seller, other] = [await buildSeller(), await buildSeller()]
    const year = await thisYear()
    await expect(getTaxYear({ actor: other.actor, purse: seller.sellerId, year })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      getTaxYear({ actor: seller.actor, purse: seller.sellerId, year: year + 1 }),
    ).rejects.toMatchObject({ status: 404 })
  })

  it('is offered from the year in which she joined, or of her first booking, to the present one', async () => {
    const { sellerId, actor } = await buildOwedSeller({ priceFen: 36_801n })
    const year = await thisYear()
    const ways = async (of: number) => {
      const { before, after } = await getTaxYear({ actor, purse: sellerId, year: of })
      return [before, after]
    }
    const [booked] = await owner.$queryRaw<{ year: number }[]>`
      SELECT extract(year FROM min(t."occurredAt") AT TIME ZONE 'Asia/Shanghai')::int AS year FROM "LedgerTransaction" t JOIN "LedgerEntry" e ON e."transactionId" = t.id
      JOIN "LedgerAccount" a ON a.id = e."accountId" JOIN "Party" y ON y.id = a."partyId" WHERE y."sellerId" = ${sellerId}::uuid AND a.kind = 'payable'`
    const join = (on: string) =>
      owner.seller.update({ where: { id: sellerId }, data: { createdAt: new Date(on) } })
    await join(`${year}-12-30T00:00:00Z`)
    const first = booked?.year ?? 0
    expect(await ways(first)).toEqual([null, first < year ? first + 1 : null])
    await join(`${year - 3}-12-31T16:30:00Z`)
    expect(await ways(year)).toEqual([year - 1, null])
    expect(await ways(year - 1)).toEqual([year - 2, year])
    expect(await ways(year - 2)).toEqual([null, year - 1])
    await expect(ways(year - 3)).rejects.toMatchObject({ status: 404 })
  })
})
