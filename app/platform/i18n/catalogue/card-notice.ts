/** What a phone is told about a new card. Chinese first, English beside it. */
export const cardNotice = {
  registered:
    '【陇原巧手】{shop}新登记了收款卡：{bank}尾号 {last4}，{time} 起货款付到这张卡，在那以前照旧。不是您本人登记的，马上登录停掉：{link}，再给联络员打电话。',
  usable:
    '【陇原巧手】从现在起，{shop}的货款付到{bank}尾号 {last4}。不是您本人登记的，马上登录停掉：{link}，再给联络员打电话。',
  stopped: '【陇原巧手】{shop}新登记的卡（{bank}尾号 {last4}）停掉了，没有往里付过钱。',
  stop: '不用这张，停掉',
} as const

export const cardNoticeEn: Record<keyof typeof cardNotice, string> = {
  registered:
    '[Qiaoshou] A new card was registered for {shop}: {bank}, ending in {last4}, to be paid to from {time}; until then nothing changes. If it was not you, sign in and stop it at once: {link}, then ring your coordinator.',
  usable:
    '[Qiaoshou] From now on the money of {shop} goes to {bank}, ending in {last4}. If it was not you who registered it, sign in and stop it at once: {link}, then ring your coordinator.',
  stopped:
    '[Qiaoshou] The new card of {shop} ({bank}, ending in {last4}) was stopped. No money had been paid to it.',
  stop: 'Not this one: stop it',
}
