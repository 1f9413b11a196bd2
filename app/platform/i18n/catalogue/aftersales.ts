/** Giving back and giving up what was paid. Chinese first, English beside it. */
export const aftersales = {
  tooMuch: '退不了这么多：这一件或这一单剩下的没有这么多了，可能刚刚退过。',
  nothing: '没有写要退什么。',
  alreadyCancelled: '这个包裹已经取消了，钱在退。',
  alreadyShipped: '这个包裹已经寄出，不能取消了。',
  begun: '巧手已经动手做了，不能自己取消了。',
  nothingToMake: '这个包裹里都是现成的，直接寄就好。',
} as const

export const aftersalesEn: Record<keyof typeof aftersales, string> = {
  tooMuch: 'That is more than is left of it to refund. Some may have gone back a moment ago.',
  nothing: 'There is nothing chosen to refund.',
  alreadyCancelled: 'This parcel has been cancelled already and the money is on its way back.',
  alreadyShipped: 'This parcel has been sent and can no longer be cancelled.',
  begun: 'The maker has begun to make it, so it can no longer be cancelled here.',
  nothingToMake: 'Everything in this parcel is ready made: just send it.',
}
