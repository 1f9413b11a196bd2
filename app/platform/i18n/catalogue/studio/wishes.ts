/** Questions to whoever wants one piece. */
export const wishes = {
  fieldWishes: '问买家的话',
  wishesTitle: '问买家几句话（绣什么字、刻什么名）',
  wishesHint:
    '买家下单前先答，答的话会写在您的活计单上。最多三句，不用就空着。照买家的话做的，不能无理由退。',
  wishNumber: '第 {index} 句',
  wishLabel: '问什么，比如「绣什么字」',
  wishLabelEn: '英文怎么问',
  wishHint: '提醒一句，比如「最多四个字」',
  wishHintEn: '提醒的那句，英文怎么说',
  wishMaxLength: '最多答几个字',
  wishLengthUnit: '字',
  wishRequired: '一定要答',
  wishLongest: '最多 {count} 个字',
  wishNeeded: '一定要答',
  wishLabelLacks: '还没写问什么。',
} as const

export const wishesEn: Record<keyof typeof wishes, string> = {
  fieldWishes: 'Questions to the buyer',
  wishesTitle: 'Ask the buyer something (words to stitch, a name to carve)',
  wishesHint:
    'Buyers answer before they order, and the answers stand on your work page. Three at most; leave them empty if you need none. What is made to a buyer’s words cannot be returned without a reason.',
  wishNumber: 'Question {index}',
  wishLabel: 'What you ask, in Chinese, such as 绣什么字',
  wishLabelEn: 'The same in English',
  wishHint: 'A word of advice, in Chinese, such as 最多四个字',
  wishHintEn: 'The advice in English',
  wishMaxLength: 'Longest answer',
  wishLengthUnit: 'characters',
  wishRequired: 'An answer is needed',
  wishLongest: '{count} characters at most',
  wishNeeded: 'needed',
  wishLabelLacks: 'The question itself is missing.',
}
