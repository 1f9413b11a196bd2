/** An order's line as its payment page names it. Fen. */
export type LineToPay = {
  titleZh: string
  titleEn: string | null
  quantity: number
  priceFen: bigint
  amountFen: bigint
  discountFen: bigint
}
