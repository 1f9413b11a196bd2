/** A present: words on a card, and a parcel without prices. */
export const gift = {
  giftNote: '贺卡上的话',
  giftNoteHint: '巧手抄在卡片上，放进包裹。200 个字以内。',
  giftNoteHintEach:
    '{sellers}各抄一张卡片，和自己的东西放在一起。只要一张的，在「写给巧手的话」里说放在谁家的包裹里。200 个字以内。',
  hidePrices: '这是礼物：包裹里不放价钱',
  yourGiftNote: '贺卡上写的',
  isGift: '包裹里不放价钱',
  workGiftNote: '抄在贺卡上',
  workHidePrices: '礼物：包裹里不要放价钱、小票和价签。',
} as const

export const giftEn: Record<keyof typeof gift, string> = {
  giftNote: 'Gift message',
  giftNoteHint: 'The maker writes it on a card and puts it in the parcel. Up to 200 characters.',
  giftNoteHintEach:
    '{sellers} each write it on a card and put it with their own pieces. If you want one card only, say in the note to the maker whose parcel it goes into. Up to 200 characters.',
  hidePrices: 'This is a gift: leave prices out of the parcel',
  yourGiftNote: 'On the card',
  isGift: 'No prices in the parcel',
  workGiftNote: 'Write on a card',
  workHidePrices: 'A present: put no prices, receipts or price tags into the parcel.',
}
