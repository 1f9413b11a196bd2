/** A present: words on a card, and a parcel without prices. */
export const gift = {
  giftNote: '贺卡上的话',
  giftNoteHint: '巧手抄在卡片上，放进包裹。200 个字以内。',
  giftNoteHintEach:
    '{sellers}各抄一张卡片，和自己的东西放在一起。只要一张的，在「写给巧手的话」里说放在谁家的包裹里。200 个字以内。',
  hidePrices: '这是礼物：包裹里不放价钱',
  ownPhone: '您自己的手机',
  ownPhoneHint: '东西送给别人，付好以后这一单的链接发到这个手机：看价钱、取消、退换都用它。收件人看不到。',
  needOwnPhone: '送给别人的东西，请留一个您自己的手机号：这一单的链接发给您，不发给收件人。',
  yourGiftNote: '贺卡上写的',
  isGift: '包裹里不放价钱',
  presentText:
    '这是送您的礼物。在这里看包裹到了哪里，收到后点一下；价钱、退换和发票，只有下单的人看得到、办得了。',
  presentGiver:
    '这一单是您下的？用下单后给您的链接打开，或者登录下单的账号，就能看全单；凭订单号和您下单时留的自己的手机号收个码，也能打开。',
  presentUnpaid: '这一单还没有付款，付了才开始备货。付款也用下单后给的链接。',
  presentClosed: '这一单没有成，不会寄出东西。',
  presentCancelled: '这个包裹取消了，不会寄来。',
  presentReceived: '{time}，有人点了「我收到了」',
  presentConfirmHint: '点了，巧手就知道到了。要退换的，请下单的人办。',
  presentRefused: '这一单是礼物：这件事只有下单的人能办，用下单后的链接打开，或者登录下单的账号。',
  present: '这一单是礼物，归下单的人，没有归到您的「我的订单」。',
  workGiftNote: '抄在贺卡上',
  workHidePrices: '礼物：包裹里不要放价钱、小票和价签。',
} as const

export const giftEn: Record<keyof typeof gift, string> = {
  giftNote: 'Gift message',
  giftNoteHint: 'The maker writes it on a card and puts it in the parcel. Up to 200 characters.',
  giftNoteHintEach:
    '{sellers} each write it on a card and put it with their own pieces. If you want one card only, say in the note to the maker whose parcel it goes into. Up to 200 characters.',
  hidePrices: 'This is a gift: leave prices out of the parcel',
  ownPhone: 'Your own phone',
  ownPhoneHint:
    'The parcel goes to somebody else; once it is paid, the link of this order goes to this phone: for prices, cancelling and returns. The recipient does not see it.',
  needOwnPhone:
    'As this goes to somebody else, please give a mobile number of your own: the link of the order is sent to you, not to the recipient.',
  yourGiftNote: 'On the card',
  isGift: 'No prices in the parcel',
  presentText:
    'This is a present for you. Here you see where the parcel is, and say when it has arrived. Prices, returns and the invoice are for whoever ordered it.',
  presentGiver:
    'Did you order it? Open it by the link you were given when you ordered, or sign in with the account you ordered with, to see all of it. The order number and a code to the phone you gave as your own will do as well.',
  presentUnpaid:
    'This order has not been paid yet; the makers begin when it is. It is paid by the link that was given with the order.',
  presentClosed: 'Nothing came of this order, and nothing will be sent.',
  presentCancelled: 'This parcel was cancelled and will not be sent.',
  presentReceived: '{time}, “It has arrived” was pressed',
  presentConfirmHint: 'It tells the maker that it is there. Whoever ordered it can arrange a return.',
  presentRefused:
    'This order is a present: only whoever ordered it can do that, by the link given with the order or signed in.',
  present:
    'This order is a present. It belongs to whoever ordered it, so it is not listed among your orders.',
  workGiftNote: 'Write on a card',
  workHidePrices: 'A present: put no prices, receipts or price tags into the parcel.',
}
