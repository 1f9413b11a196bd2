import type { Settles } from './hosted-page'
import type { Decline } from './test-cards'

/** The pages' words. `{amount}` and the like are filled in by the page. */
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
  cardConfirms: string
  cardDisputes: string
  alipayHint: string
  wechatHint: string
  whenSettled: string
  settles: Record<Settles, string>
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
    walletFailed: string
    notConfirmed: string
  } & Record<Decline, string>
  paid: { heading: string; text: string; back: string }
  expired: { heading: string; text: string; back: string }
  waiting: { heading: string; text: string; back: string }
  unknown: { heading: string; text: string }
  confirm: { heading: string; text: string; yes: string; no: string; leave: string }
  setup: {
    place: string
    heading: string
    text: string
    done: string
    checked: string
    part: string
    leave: string
    unknown: { heading: string; text: string }
  }
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
  cardConfirms: '银行要你确认：',
  cardDisputes: '能付，过后持卡人拒付：',
  alipayHint: '真付款时会打开支付宝。这里点付款，就当已经在支付宝里付好了。',
  wechatHint: '真付款时会出现微信二维码。这里点付款，就当已经扫码付好了。',
  whenSettled: '钱什么时候到',
  settles: { now: '马上', later: '过一会儿', never: '过一会儿，没有到' },
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
    expired_card: '银行说这张卡过期了。换一张卡，或换一种付法。',
    incorrect_cvc: '银行说安全码不对。看看卡背面，再填一次。',
    walletFailed: '手机上没有确认。再试一次，或换一种付法。',
    notConfirmed: '银行那边没有确认。再试一次，换一张卡，或换一种付法。',
  },
  paid: { heading: '付好了', text: '这一单已经付了 {amount}，不用再付。', back: '回到订单' },
  expired: {
    heading: '付款页已关闭',
    text: '时间到了，或者订单已经取消。这一页不能再付，没有扣钱。',
    back: '返回商店',
  },
  waiting: {
    heading: '钱还在路上',
    text: '{amount} 已经确认付款，还没有到账。到了会记在订单里，不用再付。',
    back: '回到订单',
  },
  unknown: { heading: '没有这个付款页', text: '网址可能少了一截。请从商店的订单里重新打开。' },
  confirm: {
    heading: '银行要你确认',
    text: '付给陇原巧手 {amount}。真付款时会打开银行的页面。',
    yes: '确认付款',
    no: '不确认',
    leave: '先不付，回付款页',
  },
  setup: {
    place: '收款账户',
    heading: '开收款账户',
    text: '真开户时，在这里填姓名、住址、证件和银行账户。模拟的页面什么都不收，按哪个键就算填成了哪样。',
    done: '填好了，马上通过',
    checked: '填好了，还要审核',
    part: '只填了一部分',
    leave: '先不填，回去',
    unknown: { heading: '没有这个开户页', text: '网址可能少了一截。请从商店重新打开。' },
  },
}

const en: Texts = {
  lang: 'en',
  shop: 'Qiaoshou',
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
  cardConfirms: 'The bank asks to confirm:',
  cardDisputes: 'Pays, then is disputed:',
  alipayHint: 'A real payment would open Alipay. Here, Pay counts as paid in Alipay.',
  wechatHint: 'A real payment would show a WeChat QR code. Here, Pay counts as scanned and paid.',
  whenSettled: 'When the money arrives',
  settles: { now: 'At once', later: 'A little later', never: 'A little later it fails' },
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
    expired_card: 'The bank says that this card has expired. Use another card or another way to pay.',
    incorrect_cvc: 'The bank says that the security code is wrong. Check the card and enter it again.',
    notConfirmed:
      'The payment was not confirmed with the bank. Try again, use another card or another way to pay.',
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
  waiting: {
    heading: 'The money is on its way',
    text: '{amount} has been confirmed and has not arrived yet. The order will show it; there is nothing more to pay.',
    back: 'Go to the order',
  },
  unknown: {
    heading: 'There is no such payment page',
    text: 'Part of the address may be missing. Open it again from your order in the shop.',
  },
  confirm: {
    heading: 'Your bank asks you to confirm',
    text: '{amount} to Qiaoshou. A real payment would open your bank’s own page.',
    yes: 'Confirm the payment',
    no: 'Do not confirm',
    leave: 'Not now, back to payment',
  },
  setup: {
    place: 'Payout account',
    heading: 'Open a payout account',
    text: 'The real page asks for name, address, identity papers and bank account. This one takes nothing: the button decides what counts as filled in.',
    done: 'All filled in, accepted at once',
    checked: 'All filled in, to be checked',
    part: 'Only a part filled in',
    leave: 'Not now, go back',
    unknown: {
      heading: 'There is no such page',
      text: 'Part of the address may be missing. Open it again from the shop.',
    },
  },
}

/** English for a reader whose browser asks for it first. */
export function textsForReader(acceptLanguage: string | undefined): Texts {
  return textsFor(acceptLanguage?.trim().toLowerCase())
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
