/** The pay page's words. `{amount}` and the like are filled in by the page. */
export interface Texts {
  lang: string
  shop: string
  simulated: string
  cashier: string
  pageTitle: string
  heading: string
  summary: string
  each: string
  total: string
  howToPay: string
  methods: { card: string; alipay: string; wechat_pay: string }
  cardNumber: string
  cardExpiry: string
  cardCvc: string
  cardHint: string
  cardPays: string
  cardFails: string
  alipayHint: string
  wechatHint: string
  pay: string
  fail: string
  leave: string
  notPaid: string
  errors: {
    chooseMethod: string
    numberMissing: string
    numberUnknown: string
    expiryWrong: string
    expiryPast: string
    cvcWrong: string
    generic_decline: string
    insufficient_funds: string
    walletFailed: string
  }
  paid: { heading: string; text: string; back: string }
  expired: { heading: string; text: string; back: string }
  unknown: { heading: string; text: string }
}

const zh: Texts = {
  lang: 'zh-CN',
  shop: '陇原巧手',
  simulated: '模拟支付，不会真的扣钱',
  cashier: '收银台',
  pageTitle: '付款 {amount}',
  heading: '付款',
  summary: '这一单',
  each: '{quantity} 件 × {amount}',
  total: '一共',
  howToPay: '怎么付',
  methods: { card: '银行卡', alipay: '支付宝', wechat_pay: '微信' },
  cardNumber: '卡号',
  cardExpiry: '有效期（月 / 年）',
  cardCvc: '安全码',
  cardHint: '只认这几个测试卡号，别填真卡。',
  cardPays: '能付：',
  cardFails: '被拒：',
  alipayHint: '真付款时会打开支付宝。这里点付款，就当已经在支付宝里付好了。',
  wechatHint: '真付款时会出现微信二维码。这里点付款，就当已经扫码付好了。',
  pay: '付款',
  fail: '让它失败',
  leave: '返回商店',
  notPaid: '没付成，也没扣钱。',
  errors: {
    chooseMethod: '先选一种付法。',
    numberMissing: '填卡号，16 位数字。',
    numberUnknown: '这里只认下面列出的测试卡号。',
    expiryWrong: '有效期写成 12/34 这样：月 / 年。',
    expiryPast: '这个有效期已经过了，填以后的月份。',
    cvcWrong: '安全码是 3 位或 4 位数字。',
    generic_decline: '银行拒了这张卡。换一张卡，或换一种付法。',
    insufficient_funds: '这张卡余额不够。换一张卡，或换一种付法。',
    walletFailed: '手机上没有确认。再试一次，或换一种付法。',
  },
  paid: { heading: '付好了', text: '这一单已经付了 {amount}，不用再付。', back: '回到订单' },
  expired: {
    heading: '付款页已关闭',
    text: '时间到了，或者订单已经取消。这一页不能再付，没有扣钱。',
    back: '返回商店',
  },
  unknown: { heading: '没有这个付款页', text: '网址可能少了一截。请从商店的订单里重新打开。' },
}

const en: Texts = {
  lang: 'en',
  shop: 'Longyuan Qiaoshou',
  simulated: 'Simulated payment: no money moves',
  cashier: 'Payment',
  pageTitle: 'Pay {amount}',
  heading: 'Pay',
  summary: 'This order',
  each: '{quantity} × {amount}',
  total: 'Total',
  howToPay: 'How to pay',
  methods: { card: 'Bank card', alipay: 'Alipay', wechat_pay: 'WeChat Pay' },
  cardNumber: 'Card number',
  cardExpiry: 'Expires (month / year)',
  cardCvc: 'Security code',
  cardHint: 'Only these test numbers work. Do not enter a real card.',
  cardPays: 'Pays:',
  cardFails: 'Declined:',
  alipayHint: 'A real payment would open Alipay. Here, Pay counts as paid in Alipay.',
  wechatHint: 'A real payment would show a WeChat QR code. Here, Pay counts as scanned and paid.',
  pay: 'Pay',
  fail: 'Make it fail',
  leave: 'Back to the shop',
  notPaid: 'The payment did not go through and nothing was charged.',
  errors: {
    chooseMethod: 'Choose a way to pay first.',
    numberMissing: 'Enter the card number, 16 digits.',
    numberUnknown: 'Only the test numbers listed below work here.',
    expiryWrong: 'Write the expiry as 12/34: month / year.',
    expiryPast: 'That date has passed. Enter a later month.',
    cvcWrong: 'The security code is 3 or 4 digits.',
    generic_decline: 'The bank declined this card. Use another card or another way to pay.',
    insufficient_funds: 'There is not enough money on this card. Use another card or another way to pay.',
    walletFailed: 'The payment was not confirmed on the phone. Try again or use another way to pay.',
  },
  paid: {
    heading: 'Paid',
    text: '{amount} has been paid for this order. There is nothing more to pay.',
    back: 'Go to the order',
  },
  expired: {
    heading: 'This payment page is closed',
    text: 'The time ran out or the order was cancelled. This page can no longer be paid, and nothing was charged.',
    back: 'Back to the shop',
  },
  unknown: {
    heading: 'There is no such payment page',
    text: 'Part of the address may be missing. Open it again from your order in the shop.',
  },
}

/** English for an English session, Chinese for every other. */
export function textsFor(locale: string | null | undefined): Texts {
  return locale?.startsWith('en') ? en : zh
}

export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** ¥1,234.50; English readers get CN¥, because ¥ alone could be yen. */
export function priceText(amount: number, texts: Texts): string {
  const yuan = Math.floor(amount / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
  const fen = String(amount % 100).padStart(2, '0')
  return `${texts.lang === 'en' ? 'CN¥' : '¥'}${yuan}.${fen}`
}
