/** What buyers look for a piece by; and a piece like one that is there. */
export const finding = {
  copyPiece: '照这件再上一件',
  copyPieceHint: '字和价钱照抄，照片另拍，改两笔就能交。',
  findingTitle: '方便人家找到',
  findingHint: '勾上对的就行，买家按这些挑。',
  fieldMaterialCodes: '主要是什么料',
  fieldColourCodes: '一眼看过去什么颜色',
  fieldOccasionCodes: '什么时候用',
  fieldShipsAbroad: '寄到国外',
  shipsAbroadYes: '可以寄到国外',
  shipsAbroadNote: '草药和葫芦过不了海关，只寄国内。',
  staysInChina: '有草药或葫芦的过不了海关，请去掉「可以寄到国外」。',
} as const

export const findingEn: Record<keyof typeof finding, string> = {
  copyPiece: 'List another like it',
  copyPieceHint: 'Words and price are taken over; take new photos, change what differs, hand it in.',
  findingTitle: 'So that it is found',
  findingHint: 'Tick what is true; buyers choose by it.',
  fieldMaterialCodes: 'Mostly made of',
  fieldColourCodes: 'The colours that strike the eye',
  fieldOccasionCodes: 'What it is for',
  fieldShipsAbroad: 'Sending abroad',
  shipsAbroadYes: 'May be sent abroad',
  shipsAbroadNote: 'Herbs and gourds are stopped at the border: within China only.',
  staysInChina: 'A piece with herbs or a gourd is stopped at the border: please untick “may be sent abroad”.',
}
