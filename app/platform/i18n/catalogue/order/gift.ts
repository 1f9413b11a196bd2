/** A present: words on a card, and a parcel without prices. */
export const gift = {
  giftNote: '贺卡上的话',
  giftNoteHint: '巧手抄在卡片上，放进包裹。',
  hidePrices: '这是礼物：包裹里不放价钱',
  yourGiftNote: '贺卡上写的',
  isGift: '包裹里不放价钱',
  workGiftNote: '抄在贺卡上',
  workHidePrices: '礼物：包裹里不要放价钱、小票和价签。',
} as const

export const giftEn: Record<keyof typeof gift, string> = {
  giftNote: 'Words on a card',
  giftNoteHint: 'The maker writes them on a card in the parcel.',
  hidePrices: 'It is a present: no prices in the parcel',
  yourGiftNote: 'On the card',
  isGift: 'No prices in the parcel',
  workGiftNote: 'Write on a card',
  workHidePrices: 'A present: put no prices, receipts or price tags into the parcel.',
}
