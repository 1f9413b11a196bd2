/** What a price leaves for an hour of her work. */
export const fairPrice = {
  costsLegend: '算算划不划算',
  costsHint: '都可以不填。填了就知道一小时挣多少，也算得出该卖多少。',
  fieldMaterialsCost: '一件的料钱',
  fieldMaterialsCostHint: '线、珠子、布，一件用掉的。',
  fieldPacking: '一件的包装钱',
  fieldHourlyWage: '一小时想挣多少',
  fieldHourlyWageHint: '不填就按当地最低的算。只有您和联络员看得到。',
  suggestion: '一小时挣 {wage}，这一件要卖 {price}。',
  takeSuggestion: '就卖这个价',
  fieldLowWageReason: '为什么卖这么低',
  fieldLowWageReasonHint: '说一句就行，联络员看得到，买家看不到。比如：练手的、料是剩的。',
  lowWageAsk: '这个价钱一小时挣不到当地最低工资。请说一句为什么，或者把价钱提一提。',
  fieldShowsCosts: '把这笔账写给买家看',
  showsCostsNote: '料钱、包装、手工各多少。以后改这一件时可以收回。',
  showsCostsYes: '给买家看',
  earnMaterials: '料钱',
  earnPacking: '包装',
  earnHour: '手工剩 {work}，{hours} 小时，您一小时挣',
  earnUncovered: '不够料钱和包装，您一小时挣',
  earnNoHours: '在「说一说」里写做一件要几个小时，这里就算出一小时挣多少。',
  earnBelow: '低于{place}一小时最低 {wage}。可以这样卖，请说一句为什么。',
  earnMinimum: '{place}一小时最低 {wage}（{source}）。',
} as const

export const fairPriceEn: Record<keyof typeof fairPrice, string> = {
  costsLegend: 'Is it worth it?',
  costsHint:
    'All of this may be left empty. With it you see what an hour brings, and what the price should be.',
  fieldMaterialsCost: 'Materials for one piece',
  fieldMaterialsCostHint: 'Cord, beads, cloth: what one piece uses up.',
  fieldPacking: 'Packing for one piece',
  fieldHourlyWage: 'What an hour should bring',
  fieldHourlyWageHint:
    'Left empty, the lowest wage of your county counts. Only you and your coordinator see it.',
  suggestion: 'For {wage} an hour, this piece has to cost {price}.',
  takeSuggestion: 'Take this price',
  fieldLowWageReason: 'Why so low',
  fieldLowWageReasonHint:
    'One sentence. Your coordinator reads it, buyers do not. For example: made for practice, from left-over cord.',
  lowWageAsk: 'At this price an hour brings less than the lowest wage here. Say why, or raise the price.',
  fieldShowsCosts: 'Show this account to buyers',
  showsCostsNote:
    'How much is materials, packing and handwork. You can take it back when you next change the piece.',
  showsCostsYes: 'shown to buyers',
  earnMaterials: 'Materials',
  earnPacking: 'Packing',
  earnHour: '{work} is left for {hours} {hours|hour|hours} of work: an hour brings you',
  earnUncovered: 'This does not cover materials and packing: an hour brings you',
  earnNoHours: 'Write under “Words” how many hours one piece takes, and this shows what an hour brings.',
  earnBelow: 'Less than the lowest hourly wage in {place}, {wage}. You may sell it so; please say why.',
  earnMinimum: 'The lowest hourly wage in {place} is {wage} ({source}).',
}
