/** What is refused on the way of an order. */
export const refusals = {
  cartEmpty: '篮里没有东西了，可能在别的页面已经下过单。',
  unanswered: '做「{title}」的人现在要先问您一句，请回商品页答了再放一次。',
  lineGone: '「{title}」刚刚下架，请从篮里拿掉再下单。',
  soldOut: '「{title}」别人先要了，现在买不到。篮里的都还在。',
  changed: '价钱或邮费有变动，请看一眼新的合计再下单。',
  documentsChanged: '您看这一页的时候，协议或规则换了新版。请从下面的链接看一看，再提交一次。',
  agreeMadeToOrder: '订做的件要先勾这一条，才能下单。',
  agreeAbroad: '付款信息要交到境外，请看过那段说明，勾上同意再去付款。',
  abroadChanged: '那段说明刚刚更新过，请看过新的再勾。',
  countyNone: '在这个省里没有找到这个地方，请写到区县，比如「兰州市榆中县」。',
  countySeveral: '这个名字有几处：{places}。请连市一起写。',
  alreadyPaid: '这一单已经付过款了。',
  tooManyUnpaid: '您还有 {count} 单没付款。付了或取消一单，就可以再下。',
  tooManyOfOne: '「{title}」没付款前最多留 {most} 件，付了款可以再订。',
  payTimeOver: '付款的时间过了，东西已经放回去。可以重新下单。',
  transferChosen: '这一单您选了对公转账。要改用别的方式，请点「改用银行卡、支付宝、微信」。',
  payMoved: '付款方式刚刚变了，请看一下再付。',
  cardPageStuck: '付款页暂时关不掉，为了不让您付两次，请过一会儿再选转账。',
  paymentUnreachable: '付款页暂时打不开，订单还在，请过一会儿再付。',
  notToShip: '这一件已经寄出，或者还不能寄。',
  notShipped: '这个包裹还没有寄出。',
} as const

export const refusalsEn: Record<keyof typeof refusals, string> = {
  cartEmpty: 'Your basket is empty; perhaps you ordered on another page.',
  unanswered:
    'The maker of “{title}” now needs an answer first. Please answer on its page and put it in again.',
  lineGone: '“{title}” has just been taken off sale. Please remove it from the basket.',
  soldOut: 'Somebody was quicker: “{title}” cannot be had at present. Your basket is as it was.',
  changed: 'A price or the postage has changed. Please look at the new total before you order.',
  documentsChanged:
    'Our terms or rules changed while this page was open. Please read them from the links below, then order again.',
  agreeMadeToOrder: 'Please tick this for the pieces made to order.',
  agreeAbroad:
    'Your payment details go abroad: please read the text about it and tick that you agree before you pay.',
  abroadChanged: 'This text has just been replaced. Please read the new one and tick again.',
  countyNone:
    'We found no such place in that province. Please write the city and county, for example 兰州市榆中县.',
  countySeveral: 'There are several places of that name: {places}. Please add the city.',
  tooManyUnpaid: 'You have {count} unpaid {count|order|orders}. Pay or cancel one, then place the next.',
  tooManyOfOne: 'Before you pay, at most {most} of “{title}” can be kept for you; order more afterwards.',
  alreadyPaid: 'This order has been paid already.',
  payTimeOver: 'The time to pay is over and the pieces are back in the shop. You can order again.',
  transferChosen:
    'You chose a bank transfer for this order. Press “Pay by card, Alipay or WeChat” to change.',
  payMoved: 'The way to pay has just changed. Please look again before you pay.',
  cardPageStuck:
    'The payment page cannot be closed just now. So that you never pay twice, please choose the transfer again in a while.',
  paymentUnreachable:
    'The payment page cannot be reached just now. Your order is kept; please try again in a while.',
  notToShip: 'This parcel has been sent already, or cannot be sent yet.',
  notShipped: 'This parcel has not been sent yet.',
}
