/** The public page of where the money goes: by craft and county. */
export const impact = {
  byCraft: '按技艺',
  byCounty: '按县区',
  columnCraft: '技艺',
  columnCounty: '县区',
  columnMakers: '商户（家）',
  columnPieces: '卖出（件）',
  columnPaid: '到巧手（元）',
  hidden: '还有 {count} 组不列：不到 {fewest} 家，或者列出来就能推出那几家的。',
  medianShare: '到巧手的占价钱',
  medianNote: '一行一行订单看，一半不低于这个比例',
  asOf: '这些数算到 {day}零点，每天更新一次。自己人买自己人的，核对以前不算。',
} as const

export const impactEn: Record<keyof typeof impact, string> = {
  byCraft: 'By craft',
  byCounty: 'By county',
  columnCraft: 'Craft',
  columnCounty: 'County',
  columnMakers: 'Shops',
  columnPieces: 'Pieces sold',
  columnPaid: 'To makers (¥)',
  hidden:
    '{count} more {count|group is|groups are} not shown: fewer than {fewest} shops, or showing them would tell those.',
  medianShare: 'Share of the price that reaches the maker',
  medianNote: 'for half of all order lines it is at least this',
  asOf: 'These figures go up to the beginning of {day} and change once a day. Sales among family are not counted until somebody has looked at them.',
}
