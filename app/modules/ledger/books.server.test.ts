import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { owner } from '../../../tests/fixtures/owner'
import { order, pay, sell } from '../../../tests/fixtures/shopping'
import { buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findAccountTotals } from './find-account-totals.server'
import { findAccounts } from './find-accounts.server'
import { getAccount } from './get-account.server'
import { getTransaction } from './get-transaction.server'

describe('the books as finance reads them', () => {
  let sellerId: string
  let before: string
  beforeAll(async () => {
    await buildGround()
    const seller = await buildSeller()
    sellerId = seller.sellerId
    const { variantId } = await buildPiece({ sellerId, priceFen: 6800n })
    before = dayOf(await appNow())
    await sell(seller.actor, [{ variantId }])
    await sell(seller.actor, [{ variantId, quantity: 2 }])
    const { orderId } = await order(await buildCart([{ variantId }]))
    await pay(orderId)
  })

  const payableOf = async (kind: 'payable' | 'held') =>
    owner.ledgerAccount.findFirstOrThrow({
      where: kind === 'held' ? { name: 'platform:held' } : { name: `seller:${sellerId}:payable` },
      select: { id: true },
    })

  it('sum to zero per currency, and any past day shows what it showed then', async () => {
    const now = await findAccountTotals({ day: null })
    expect(now.sums).toEqual([{ currency: 'CNY', balance: 0 }])
    const payable = now.rows.find(({ owner: whose, kind }) => whose === 'seller' && kind === 'payable')
    // 3 × ¥68 less 5 %, and two parcels' postage
    expect(payable).toMatchObject({ accounts: 1, balance: -(19380 + 2000) })
    const then = await findAccountTotals({ day: before })
    expect(then.day).toBe(before)
    expect(then.rows.map(({ owner: whose, kind, balance }) => [whose, kind, balance])).toEqual([
      ['platform', 'held', -7800],
      ['stripe', 'clearing', 7800],
    ])
    const never = await findAccountTotals({ day: addDays(before, -1) })
    expect(never.rows).toEqual([])
  })

  it('do not look into the future', async () => {
    const { today } = await findAccountTotals({ day: null })
    expect((await findAccountTotals({ day: '2999-01-01' })).day).toBe(today)
  })

  it('open an account into entries whose balances follow from each other, page by page', async () => {
    const { id } = await payableOf('payable')
    const account = await getAccount({ accountId: id })
    expect(account).toMatchObject({ owner: 'seller', kind: 'payable', balance: -21380, next: null })
    expect(account.entries.map(({ amount, balance }) => [amount, balance])).toEqual([
      [-1000, -21380],
      [-12920, -20380],
      [-1000, -7460],
      [-6460, -6460],
    ])
    const second = account.entries[1]
    const rest = await getAccount({ accountId: id, before: BigInt(second?.id ?? 0) })
    expect(rest.entries).toEqual(account.entries.slice(2))
    expect(rest.balance).toBe(-21380)
  })

  it('open an entry into its whole posting', async () => {
    const { id } = await payableOf('payable')
    const [entry] = (await getAccount({ accountId: id })).entries
    const posting = await getTransaction({ transactionId: entry?.transactionId ?? '' })
    expect(posting).toMatchObject({ kind: 'earned', orderNumber: entry?.orderNumber })
    expect(posting.legs.map(({ amount }) => amount).reduce((a, b) => a + b)).toBe(0)
    expect(posting.legs[0]).toMatchObject({ owner: 'seller', purpose: 'share', titleZh: '盘长挂结' })
  })

  it('list the accounts behind a figure, the fullest first', async () => {
    const { rows, next } = await findAccounts({ owner: 'seller', kind: 'payable', currency: 'CNY', page: 1 })
    expect(rows).toMatchObject([{ nameZh: '示例结艺', balance: -21380 }])
    expect(next).toBeNull()
    expect((await findAccounts({ owner: 'person', kind: 'payable', currency: 'CNY', page: 1 })).rows).toEqual(
      [],
    )
  })

  it('answer 404 for what is not in them', async () => {
    const nobody = crypto.randomUUID()
    await expect(getAccount({ accountId: nobody })).rejects.toMatchObject({ status: 404 })
    await expect(getTransaction({ transactionId: nobody })).rejects.toMatchObject({ status: 404 })
  })
})
