/** Codes of the table of causes that the migrations bring. */
type CauseCode = 'illness' | 'disability' | 'schooling' | 'land' | 'water' | 'skill' | 'labour' | 'money'

/** What the register says of an invented household; its size and years follow from its members and statuses. */
export type HouseholdFactsSeed = {
  readonly workers: number
  /** the main one first */
  readonly causes: readonly CauseCode[]
  readonly cadre: keyof typeof cadres
}

/** Invented people who answer for households; nobody real holds these posts. */
export const cadres = {
  chenguan: { name: '经秋分（示例）', office: '榆中县城关镇政府（示例）', phone: '0931-555-0101' },
  yuzhong: { name: '梭白露（示例）', office: '榆中县农业农村局（示例）', phone: '0931-555-0102' },
  yongdeng: { name: '纬立冬（示例）', office: '永登县农业农村局（示例）', phone: '0931-555-0103' },
  city: { name: '绫小雪（示例）', office: '兰州市农业农村局（示例）', phone: null },
} as const

const facts = (workers: number, cadre: keyof typeof cadres, ...causes: CauseCode[]): HouseholdFactsSeed => ({
  workers,
  cadre,
  causes,
})

/** By household; of those left out nothing has been entered yet. */
export const householdFacts: Readonly<Record<string, HouseholdFactsSeed>> = {
  'h-guilan': facts(2, 'chenguan', 'skill', 'schooling'),
  'h-guyu': facts(2, 'yuzhong', 'land'),
  'h-longquan': facts(2, 'yuzhong', 'illness', 'labour'),
  'h-hanlu': facts(2, 'yuzhong', 'schooling', 'skill'),
  'h-dingyuan': facts(1, 'yuzhong', 'labour'),
  'h-malan': facts(2, 'yuzhong', 'illness'),
  'h-lixia': facts(2, 'yuzhong', 'money', 'skill'),
  'h-qingming': facts(2, 'yuzhong', 'water', 'land'),
  'h-gancao': facts(2, 'yuzhong', 'skill'),
  'h-heqiao': facts(2, 'yongdeng', 'skill'),
  'h-mangzhong': facts(2, 'yongdeng', 'disability', 'labour'),
  'h-xiuzhen': facts(1, 'yongdeng', 'illness', 'schooling'),
  'h-jingzhe': facts(2, 'yongdeng', 'money'),
  'h-datong': facts(2, 'yongdeng', 'land', 'water'),
  'h-qiufen': facts(2, 'yongdeng', 'skill'),
  'h-liancheng': facts(3, 'yongdeng', 'schooling'),
  'h-kushui': facts(1, 'yongdeng', 'labour', 'illness'),
  'h-weiling': facts(2, 'city', 'skill'),
  'h-lichun': facts(2, 'city', 'illness', 'money'),
}
