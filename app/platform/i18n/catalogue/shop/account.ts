/** What goes into a price, where its maker shows it. */
export const account = {
  accountTitle: '她那一股里',
  accountMaterials: '料',
  accountPacking: '包装',
  accountWork: '{hours} 小时手工',
  accountHour: '一小时挣',
} as const

export const accountEn: Record<keyof typeof account, string> = {
  accountTitle: 'In the maker’s strand',
  accountMaterials: 'Materials',
  accountPacking: 'Packing',
  accountWork: '{hours} {hours|hour|hours} of handwork',
  accountHour: 'An hour brings',
}
