import type { Day } from '~/platform/calendar'

/** What was sold in a line of an order, as frozen at the sale. */
export type SoldGoods = {
  titleZh: string
  titleEn: string | null
  quantity: number
  goodsFen: number
  /** what of a promotion she bears herself */
  ownDiscountFen: number
  commissionFen: number
  commissionBps: number
  /** the tax contained in the commission */
  taxFen: number
  brokerFen: number
}

/** One movement of what is owed to her. Positive: more is owed to her. */
export type StatementLine = {
  id: string
  day: Day
  /** what the books call it: the kind of the posting and the purpose of the leg */
  kind: string
  purpose: string
  amountFen: number
  orderNumber: string | null
  goods: SoldGoods | null
  /** the payment that it belongs to: last digits of the card, null for a transfer of the provider */
  payout: { last4: string | null; attempt: number; failureReason: string | null } | null
}

/** A seller's or a person's month: what was owed to her at its beginning, every movement, what was owed at its end. */
export type Statement = {
  nameZh: string
  nameEn: string
  /** first day of the month */
  month: Day
  /** false while the month goes on */
  isWhole: boolean
  openingFen: number
  lines: StatementLine[]
  closingFen: number
  /** of what left her balance: not yet on her card at the end of the month */
  onTheWayFen: number
  /** what she still owes after refunds: at the beginning, added in the month, at the end; the rest was kept back */
  openingDebtFen: number
  addedDebtFen: number
  closingDebtFen: number
  /** how much of a payment may be kept back for a debt, by the settings of the end of the month */
  debtRule: { shareBps: number; floorFen: number }
}
