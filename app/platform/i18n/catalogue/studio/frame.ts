/** Around every page of the studio. */
export const frame = {
  name: '我的活计',
  backHome: '回首页',
  backPieces: '回我卖的',
  backWork: '回我的活',
  backOrder: '回这一单',
  otherLanguage: 'English',
} as const

export const frameEn: Record<keyof typeof frame, string> = {
  name: 'My work',
  backHome: 'Home',
  backPieces: 'What I sell',
  backWork: 'My orders',
  backOrder: 'This order',
  otherLanguage: '中文',
}
