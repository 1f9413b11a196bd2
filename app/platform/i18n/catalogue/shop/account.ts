/** What goes into a price, where its maker shows it; and her days of rest. */
export const account = {
  accountTitle: '她那一股里',
  accountMaterials: '料',
  accountPacking: '包装',
  accountWork: '{hours} 小时手工',
  accountHour: '一小时挣',
  restNote: '{from}起她不做活，{until}再做，日子已经算进去了。',
} as const

export const accountEn: Record<keyof typeof account, string> = {
  accountTitle: 'In the maker’s strand',
  accountMaterials: 'Materials',
  accountPacking: 'Packing',
  accountWork: '{hours} {hours|hour|hours} of handwork',
  accountHour: 'An hour earns',
  restNote: 'She does not work from {from} and begins again on {until}; the day above counts that.',
}
