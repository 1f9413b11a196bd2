import { beforeAll, expect, it } from 'vitest'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { sell } from '../../../tests/fixtures/shopping'
import { buildGround, buildPiece, buildSeller, regionId } from '../../../tests/fixtures/world'
import { findBreakdown } from './find-breakdown.server'
import { findImpact } from './find-impact.server'

const sold: { sellerOrderId: string; sellerId: string }[] = []

async function sellOne(village: string, priceFen: bigint) {
  const { actor, sellerId } = await buildSeller({ village })
  const { variantId } = await buildPiece({ sellerId, priceFen })
  const { sellerOrderId } = await sell(actor, [{ variantId, quantity: 2 }])
  sold.push({ sellerOrderId, sellerId })
}

beforeAll(async () => {
  await buildGround()
  for (let at = 0; at < 6; at += 1) await sellOne('620123100201', 10_000n)
  for (let at = 0; at < 5; at += 1) await sellOne('620121100201', 20_000n)
})

it('is told a day later, to the fen', async () => {
  const [yuzhong, yongdeng] = [6 * 2 * 9_500, 5 * 2 * 19_000]
  await passDays(1)
  expect(await findBreakdown('zh-CN')).toEqual({
    byCraft: {
      groups: [{ name: '中国结', makers: 11, pieces: 22, paidFen: yuzhong + yongdeng }],
      hidden: 0,
    },
    byCounty: {
      groups: [
        { name: '永登县', makers: 5, pieces: 10, paidFen: yongdeng },
        { name: '榆中县', makers: 6, pieces: 12, paidFen: yuzhong },
      ],
      hidden: 0,
    },
    medianShareBps: 9_500,
  })
  expect((await findImpact()).makersFen).toBe(yuzhong + yongdeng)
})

it('agrees with another reckoning of the ledger', async () => {
  const [row] = await owner.$queryRaw<{ fen: bigint }[]>`
    SELECT sum(CASE WHEN e."amountMinor" < 0 THEN -e."amountMinor" ELSE 0 END)::bigint AS fen FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId" WHERE a.kind = 'payable' AND e.purpose = 'share'`
  const { byCraft } = await findBreakdown('zh-CN')
  expect(byCraft.groups.reduce((sum, { paidFen }) => sum + paidFen, 0)).toBe(Number(row?.fen))
})

it('leaves a sale with the county in which it was made, wherever its maker goes', async () => {
  const before = await findBreakdown('zh-CN')
  const [{ sellerId } = { sellerId: '' }] = sold
  const [elsewhere, county] = [await regionId('620121100201'), await regionId('620121')]
  await owner.seller.update({ where: { id: sellerId }, data: { regionId: elsewhere, countyId: county } })
  expect(await findBreakdown('zh-CN')).toEqual(before)
})

it('hides a county of four, and the other with it, and counts nothing that may be between kin', async () => {
  const [one] = sold.slice(-1)
  await owner.orderFlag.create({ data: { sellerOrderId: one?.sellerOrderId ?? '', signs: ['phone'] } })
  const { byCounty, byCraft } = await findBreakdown('en')
  expect(byCounty).toEqual({ groups: [], hidden: 2 })
  expect(byCraft.groups).toMatchObject([{ name: 'Knots', makers: 10, pieces: 20 }])
  expect((await findImpact()).sales).toBe(10)
})
