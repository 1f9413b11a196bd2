/** Pieces like another, what stands in place of one that is gone, and the ways into the shop from its first page. */
export const likeness = {
  similarTitle: '相像的',
  goneTitle: '「{title}」不再卖了',
  goneText: '{seller}把这一件收走了，不会再上。她家别的还在。',
  goneAlone: '{seller}把这一件收走了，不会再上。',
  missingTitle: '没有这一件',
  missingText: '地址可能抄错了一个字。',
  insteadMaker: '同一家的',
  insteadWords: '您找的可能是',
  homeOccasions: '为了什么',
  homePlaces: '从哪里来',
  homePlacesNote: '格子按大致的方位排，不是地图。',
  homePieces: '{count} 件',
  homeNoPieces: '还没有',
} as const

export const likenessEn: Record<keyof typeof likeness, string> = {
  similarTitle: 'Pieces like this',
  goneTitle: '“{title}” is no longer sold',
  goneText: '{seller} has taken this piece away for good. Other pieces of the shop are still here.',
  goneAlone: '{seller} has taken this piece away for good.',
  missingTitle: 'There is no such piece',
  missingText: 'A letter of the address may be wrong.',
  insteadMaker: 'From the same shop',
  insteadWords: 'You may have meant',
  homeOccasions: 'By occasion',
  homePlaces: 'Where it comes from',
  homePlacesNote: 'The squares lie roughly where the counties do. This is not a map.',
  homePieces: '{count} {count|piece|pieces}',
  homeNoPieces: 'none yet',
}
