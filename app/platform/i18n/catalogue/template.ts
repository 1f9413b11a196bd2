/** What each craft asks of a listing, and the sentences that it offers. */
export const template = {
  legend: '这样手艺的讲究',
  hint: '点一点、填一填，买的人在页面上看得到。',
  more: '这样手艺再说几样',
  choose: '请选一样',
  phrases: '不知道怎么写？点一句放进去',
  phrasesHint: '点了就放进「怎么做的」里，有＿的地方填上您自己的。',
  gaps: '还有空着的「＿」：填上您自己的，用不着的就删掉。',
  lacks: '上架以前要说：{names}。',
} as const

export const templateEn: Record<keyof typeof template, string> = {
  legend: 'What this craft asks',
  hint: 'Tap or fill in; buyers see it on the page.',
  more: 'More about this craft',
  choose: 'Please choose',
  phrases: 'Not sure what to write? Tap a sentence',
  phrasesHint: 'It goes into how it is made; fill in your own where ＿ stands.',
  gaps: 'There are still gaps (＿): fill in your own, or take out what you do not need.',
  lacks: 'Before it goes on sale, please say: {names}.',
}
