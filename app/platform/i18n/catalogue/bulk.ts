/** Several listings approved at once, and the keys of the queue. */
export const bulk = {
  pick: '选上「{title}」',
  approve: '通过选中的',
  hint: '只有自动核对没有问题的能选，一件一件办，每件的结果都会写出来。有外文的，外文等您看过再上。',
  resultTitle: '办了 {count} 件',
  approved: '通过了，已经上架。',
  notClean: '自动核对有要看的地方，请打开看过再定。',
  nonePicked: '先选上要通过的。',
  keysTitle: '键盘',
  keyNext: '下一件',
  keyBack: '上一件',
  keyOpen: '审这一件',
  keyPick: '选上，或者不选',
  keyHelp: '看这些键',
} as const

export const bulkEn: Record<keyof typeof bulk, string> = {
  pick: 'Choose “{title}”',
  approve: 'Approve chosen',
  hint: 'Only pieces in which the rules found nothing can be chosen. Each is decided on its own, and each result is told. English waits until you have read it.',
  resultTitle: 'Decided: {count}',
  approved: 'Approved; it is on sale.',
  notClean: 'The rules found something. Please open it and decide.',
  nonePicked: 'Choose pieces first.',
  keysTitle: 'Keys',
  keyNext: 'next piece',
  keyBack: 'piece before',
  keyOpen: 'take it and read',
  keyPick: 'choose, or not',
  keyHelp: 'show these keys',
}
