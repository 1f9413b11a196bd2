import { describe, expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import type { StatementLine } from './statement'
import { tellDebt, tellDebtLines, tellLine, tellMonth } from './statement-words'

const zh = { t: translator('zh-CN'), locale: 'zh-CN' } as const
const line = (over: Partial<StatementLine>): StatementLine => ({
  id: '1',
  day: '2026-11-03',
  kind: 'earned',
  purpose: 'share',
  amountFen: 0,
  orderNumber: '2611-048213',
  goods: null,
  payout: null,
  ...over,
})
const goods = {
  titleZh: '盘长挂结',
  titleEn: null,
  quantity: 2,
  goodsFen: 13_600,
  commissionFen: 680,
  commissionBps: 500,
  taxFen: 38,
  brokerFen: 0,
  ownDiscountFen: 0,
}

describe('a line in words', () => {
  it('leads from the goods to her share, part by part', () => {
    const sold = tellLine(line({ goods, amountFen: 12_920 }), zh)
    expect(sold).toEqual({
      title: '卖出：盘长挂结 × 2',
      parts: [
        { text: '货款', amountFen: 13_600 },
        { text: '平台佣金 5%（含税 ¥0.38）', amountFen: -680 },
      ],
      note: '订单 2611-048213',
    })
    const brokered = tellLine(line({ goods: { ...goods, brokerFen: 200 }, amountFen: 12_720 }), zh)
    expect(brokered.parts.at(-1)).toEqual({ text: '经纪人的一份', amountFen: -200 })
    const untaxed = tellLine(line({ goods: { ...goods, taxFen: 0 }, amountFen: 12_920 }), zh)
    expect(untaxed.parts.at(-1)).toEqual({ text: '平台佣金 5%', amountFen: -680 })
  })

  it('leaves out parts that do not lead there, rather than showing a sum that is wrong', () => {
    expect(tellLine(line({ goods, amountFen: 12_000 }), zh).parts).toEqual([])
  })

  it.each([
    { kind: 'earned', purpose: 'postage', amountFen: 1000, title: '买家付的邮费，归您' },
    { kind: 'payout', purpose: 'debt', amountFen: -500, title: '抵以前退款欠下的' },
    { kind: 'refund', purpose: 'share', amountFen: -500, goods, title: '退给买家的：盘长挂结' },
    { kind: 'refund_decided', purpose: 'postage', amountFen: -500, title: '退给买家的' },
    { kind: 'refund_decided', purpose: 'debt', amountFen: 500, title: '退款不够扣的，先记作欠款' },
    { kind: 'succession', purpose: 'succession', amountFen: -500, title: '转到继承人名下' },
    { kind: 'succession', purpose: 'succession', amountFen: 500, title: '继承来的' },
    { kind: 'handover', purpose: 'set_aside', amountFen: -500, title: '店换了店主，留给原店主的' },
    { kind: 'handover', purpose: 'set_aside', amountFen: 500, title: '店交给别人时留给您的' },
    { kind: 'adjustment', purpose: 'something', amountFen: 1, title: '更正（something）' },
  ])('$kind $purpose $amountFen', ({ title, ...over }) => {
    expect(tellLine(line(over), zh).title).toBe(title)
  })

  it('says where a payment went, and why it came back', () => {
    const payout = { last4: '3306', attempt: 1, failureReason: null }
    expect(tellLine(line({ kind: 'payout', purpose: 'payout', amountFen: -1, payout }), zh).title).toBe(
      '付给您，到尾号 3306 的卡',
    )
    const abroad = { ...payout, last4: null }
    expect(
      tellLine(line({ kind: 'payout', purpose: 'payout', amountFen: -1, payout: abroad }), zh).title,
    ).toBe('付给您，到您的 Stripe 账户')
    const failed = { ...payout, failureReason: '户名不符' }
    expect(
      tellLine(line({ kind: 'payout_returned', purpose: 'returned', amountFen: 1, payout: failed }), zh).note,
    ).toBe('银行说：户名不符')
  })
})

describe('a debt in words', () => {
  const en = { t: translator('en'), locale: 'en' } as const

  it('follows the rule, whatever it is', () => {
    const half = { debtRule: { shareBps: 5_000, floorFen: 10_000 } }
    expect(tellDebt(half, zh)).toContain('一次最多抵一半，而且每次至少先付给您 ¥100.00')
    expect(tellDebt(half, en)).toContain('never more than half of one')
    const third = { debtRule: { shareBps: 3_300, floorFen: 25_050 } }
    expect(tellDebt(third, zh)).toContain('一次最多抵 33%，而且每次至少先付给您 ¥250.50')
    expect(tellDebt(third, en)).toContain('never more than 33% of one')
  })

  it('is told from the beginning of a month to its end, and also in the month in which the last of it went', () => {
    const paidBack = { openingDebtFen: 4_300, addedDebtFen: 0, closingDebtFen: 0, isWhole: true }
    expect(tellDebtLines(paidBack, zh)).toEqual([
      { text: '月初您欠的', amountFen: 4_300 },
      { text: '这个月从付款里抵掉的', amountFen: -4_300 },
      { text: '月底您还欠', amountFen: 0 },
    ])
    expect(tellDebtLines({ ...paidBack, openingDebtFen: 0 }, zh)).toEqual([])
    const kept = { openingDebtFen: 500, addedDebtFen: 300, closingDebtFen: 800, isWhole: false }
    expect(tellDebtLines(kept, en)).toEqual([
      { text: 'You owed at the beginning', amountFen: 500 },
      { text: 'Added in this month', amountFen: 300 },
      { text: 'You still owe now', amountFen: 800 },
    ])
  })

  it('stands in the list of months beside what is owed to her, and says who owes whom', () => {
    const month = { month: '2026-10-01', isWhole: true, inFen: 9_500, closingFen: 0, debtFen: 0 } as const
    expect(tellMonth(month, zh)).toBe('进来 ¥95.00，月底没有该付给您的')
    expect(tellMonth({ ...month, closingFen: 2_000 }, zh)).toBe('进来 ¥95.00，月底该付给您 ¥20.00')
    expect(tellMonth({ ...month, debtFen: 300 }, zh)).toBe('进来 ¥95.00，月底没有该付给您的，您还欠 ¥3.00')
    expect(tellMonth({ ...month, isWhole: false, closingFen: 100, debtFen: 300 }, en)).toBe(
      'came in: CN¥95.00, owed to you now: CN¥1.00, you still owe CN¥3.00',
    )
  })
})
