import type { ReportKind } from '~/modules/reports/schema'

type SampleReport = {
  readonly number: string
  readonly kind: ReportKind
  /** a piece, by its address */
  readonly product: string
  readonly daysAgo: number
  readonly words: string
  readonly ownWork?: string
  readonly name?: string
  readonly contact: string
}

/** What waits at the desk of the sample shop: one that is late, one that is new, one notice of copying. Numbers and addresses reach nobody. */
export const reports: readonly SampleReport[] = [
  {
    number: '2611-900001',
    kind: 'goods',
    product: 'endless-knot-hall',
    daysAgo: 6,
    words: '页面写高六十厘米，收到的量下来五十二厘米，算不算一件？',
    contact: 'reporter-one@example.org',
  },
  {
    number: '2611-900002',
    kind: 'copied_design',
    product: 'bag-charm-large-beads',
    daysAgo: 2,
    words: '三颗大珠夹两个小结的排法，和我那一件一样。',
    ownWork: '2021 年春天做的，县里的展会上摆过。',
    name: '郑样本（示例）',
    contact: 'reporter-two@example.org',
  },
  {
    number: '2611-900003',
    kind: 'complaint',
    product: 'double-bracelet-amber',
    daysAgo: 1,
    words: '问了两回什么时候寄，没有人回。',
    contact: 'reporter-three@example.org',
  },
]
