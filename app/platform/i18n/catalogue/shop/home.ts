/** The first page. */
export const home = {
  homeTitle: '陇原巧手：兰州与甘肃乡村巧手的手作',
  homeDescription:
    '中国结、串珠、扎染、钩编、刺绣、香包、掐丝珐琅画、葫芦、飞天画。每一件都写着谁做的、做了几个小时、钱去了哪里。',
  homeSayFirst: '兰州与甘肃乡村巧手的手作。',
  homeSaySecond: '谁做的、做了多久，都写着。',
  searchLabel: '搜手艺、名字、店名',
  searchPlaceholder: '中国结、zhongguojie',
  searchGo: '找',
  openingBy: '，{seller}，{county}。',
  homeCrafts: '九样手艺',
  homeNew: '新做好的',
  homeSeeAll: '看全部 {count} 件',
  homeMoney: '钱去了哪里',
  homeMoneyLead: '拿「{title}」来说：您付 {paid}，分成{strands}股，一分不少。',
  homeEmptyTitle: '第一批正在审',
  homeEmptyText: '巧手们在拍照、写说明，通过一件，挂出来一件。',
  speakerNamed: '{name}{sample}，{shop}，{county}，做了 {years} 年。',
  speakerNamedOnly: '{name}{sample}，{shop}，{county}。',
  speakerYears: '{shop}，{county}，做了 {years} 年。',
  speakerOnly: '{shop}，{county}。',
  speakerLink: '看这一家的活',
} as const

export const homeEn: Record<keyof typeof home, string> = {
  homeTitle: 'Qiaoshou: handwork from the villages of Lanzhou and Gansu',
  homeDescription:
    'Knotting, beadwork, tie-dye, crochet, embroidery, sachets, cloisonné, gourds and feitian painting. Each piece says who made it, how many hours it took and where the money goes.',
  homeSayFirst: 'Handwork from the villages of Lanzhou and Gansu.',
  homeSaySecond: 'Each piece says who made it and how many hours it took.',
  searchLabel: 'Search by craft, name or shop',
  searchPlaceholder: 'knot, indigo, zhongguojie',
  searchGo: 'Find',
  openingBy: ', {seller}, {county}.',
  homeCrafts: 'Nine crafts',
  homeNew: 'Just finished',
  homeSeeAll: 'See all {count} {count|piece|pieces}',
  homeMoney: 'Where the money goes',
  homeMoneyLead:
    'One example, {title}: you pay {paid}; it goes in {strands} strands, and nothing is left over.',
  homeEmptyTitle: 'The first pieces are being reviewed',
  homeEmptyText:
    'The makers are taking photographs and writing. Each piece is hung here when it is approved.',
  speakerNamed: '{name}{sample} of {shop}, {county}. {years} {years|year|years} at the craft.',
  speakerNamedOnly: '{name}{sample} of {shop}, {county}.',
  speakerYears: '{shop}, {county}. {years} {years|year|years} at the craft.',
  speakerOnly: '{shop}, {county}.',
  speakerLink: 'See the work',
}
