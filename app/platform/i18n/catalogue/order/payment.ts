/** Paying, and what comes of not paying. */
export const payment = {
  payTitle: '还没有付款',
  payText: '东西给您留到 {time}。付好款，巧手就开始做。',
  payLater: '现在不付也行：到时间以前，从篮里能回到这一单。',
  payNow: '去付款　{amount}',
  cardsOver: '银行卡试的次数太多，没有扣钱，这一单不再收卡。可以用支付宝或者微信付。',
  payCancel: '不要了，放回篮里',
  payCheck: '我已经付过了，查一查',
  payProcessing: '还没查到这一单的款。刚付的，通常几秒就到，过一会儿再查一次；没付的，点「去付款」。',
  expiredText: '东西已经放回店里。想要的话，可以重新下单。',
  cancelledText: '东西已经放回篮里。',
  refundUnderWay: '款到的时候东西已经卖完，钱正在退回给您。',
  refundOnItsWay: '有一笔钱正在退回给您。',
  refunded: '已退回 {amount}，按原路到账。',
  backToCart: '看看篮里',
} as const

export const paymentEn: Record<keyof typeof payment, string> = {
  payTitle: 'Not paid yet',
  payText: 'The pieces are kept for you until {time}, Beijing time. Once it is paid, the maker begins.',
  payLater: 'You may also pay later: until then your basket leads back to this order.',
  payNow: 'Pay {amount}',
  cardsOver:
    'Too many cards were refused, and nothing was charged. This order takes no more cards; please pay by Alipay or WeChat Pay.',
  payCancel: 'Leave it, back to the basket',
  payCheck: 'I have paid, please check',
  payProcessing:
    'No payment has arrived yet. If you have just paid, it usually takes a few seconds: check again in a moment. If not, press Pay.',
  expiredText: 'The pieces are back in the shop. You are welcome to order again.',
  cancelledText: 'The pieces are back in your basket.',
  refundUnderWay: 'The pieces were gone when your money arrived. It is on its way back to you.',
  refundOnItsWay: 'Some money is on its way back to you.',
  refunded: '{amount} has been returned the way it was paid.',
  backToCart: 'To the basket',
}
