/** The maker's income. */
export const income = {
  incomeTitle: '我的钱',
  incomeMonth: '{month}到手',
  incomePaid: '已到卡上',
  incomeTransit: '正在打款',
  incomePayable: '归您了，等下次结算',
  incomeDebt: '退款以后您还欠的',
  incomeDebtHint: '以后结算时一点一点抵，不用您另外给。怎么抵的，对账单里写着。',
  incomeHeld: '等买家收到、过退换期',
  incomeSales: '每一笔',
  incomeEmpty: '还没有卖出',
  incomeEmptyText: '卖出第一件，每一分都写在这里。',
  incomeHeldBadge: '还没归您',
  incomeEarnedBadge: '{day} 归您',
  incomeUntil: '{day}以后归您',
  incomeAfterReceipt: '买家收到七天后归您',
} as const

export const incomeEn: Record<keyof typeof income, string> = {
  incomeTitle: 'My money',
  incomeMonth: 'Earned in {month}',
  incomePaid: 'On your card',
  incomeTransit: 'Being paid out',
  incomePayable: 'Yours, in the next payout',
  incomeDebt: 'Still owed after refunds',
  incomeDebtHint:
    'Kept back bit by bit from later payouts; you need not send anything. Your statements say how.',
  incomeHeld: 'Until buyers have it and the return days are over',
  incomeSales: 'Every sale',
  incomeEmpty: 'Nothing sold yet',
  incomeEmptyText: 'Sell the first piece and every fen is written here.',
  incomeHeldBadge: 'Not yours yet',
  incomeEarnedBadge: 'Yours since {day}',
  incomeUntil: 'Yours after {day}',
  incomeAfterReceipt: 'Yours seven days after receipt',
}
