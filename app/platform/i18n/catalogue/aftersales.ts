/** Giving back and giving up what was paid. Chinese first, English beside it. */
export const aftersales = {
  tooMuch: '退不了这么多：这一件或这一单剩下的没有这么多了，可能刚刚退过。',
  nothing: '没有写要退什么。',
} as const

export const aftersalesEn: Record<keyof typeof aftersales, string> = {
  tooMuch: 'That is more than is left of it to refund. Some may have gone back a moment ago.',
  nothing: 'There is nothing chosen to refund.',
}
