/** Asked too much in a short time: said kindly, with when it goes on. */
export const limits = {
  title: '请稍等一会儿',
  searches: '这里一分钟里找得太多了。请等一分钟再找，看过的页面都还在。',
  files: '十分钟里取走的文件太多了。请过几分钟再来取，文件都还在。',
  uploads: '十分钟里传上来的太多了，这一次的没有收下，以前存好的都在。请过几分钟再传。',
  asks: '今天请人帮忙填的次数太多了。请明天再填。',
} as const

export const limitsEn: Record<keyof typeof limits, string> = {
  title: 'Just a moment',
  searches:
    'Too many searches from here within a minute. Please wait a minute and search again; nothing is lost.',
  files:
    'Too many files were taken away within ten minutes. Please come back for this one in a few minutes; it will be there.',
  uploads:
    'Too much was sent within ten minutes, and this was not taken; what was saved before is still there. Please send it again in a few minutes.',
  asks: 'You have asked for help too often today. Please try again tomorrow.',
}
