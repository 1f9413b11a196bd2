import type { SellerSeed } from './types'
import { fourSteps, say } from './words'

/** Who sells beadwork, as a workshop or base. */
export const sellersBeadShops: readonly SellerSeed[] = [
  {
    key: 'nanbei',
    kind: 'workshop',
    slug: 'two-streets-beads',
    name: { zh: '南北街串珠坊', en: 'Two Streets Bead Workshop' },
    seal: '南北串珠',
    countyCode: '620121',
    villageCode: '620121100201',
    crafts: ['beadwork'],
    years: 6,
    words: say(
      '南街四个人，北街五个人，中间隔一条河，每周换一次珠盘。',
      'Four of us on South Street, five on North, a river between. Once a week we swap trays.',
    ),
    steps: fourSteps(
      [
        '发盘：珠盘周一发，盘底贴着图样。',
        '各穿：在家穿，一天四件为限，不赶。',
        '汇总：周五收盘，按图对颗数。',
        '换线：弹力线每月换新卷，旧卷不用。',
      ],
      [
        'Trays: Trays go out on Mondays with the chart underneath.',
        'String: At home, four pieces a day at most, no rush.',
        'Gather: On Fridays the trays come back and the beads are counted.',
        'Renew: A new reel of elastic every month; old ones are not used.',
      ],
    ),
    weeklyCapacity: 80,
    owner: 'nanbei',
    consents: { photo: false, realName: false, story: true },
    links: [{ kind: 'none', reason: 'not_registered', from: '2025-03-01', verifiedOn: '2025-03-04' }],
    joined: '2024-05-20',
  },
  {
    key: 'zhuanglang',
    kind: 'base',
    slug: 'zhuanglang-bead-base',
    name: { zh: '庄浪河串珠基地', en: 'Zhuanglang River Bead Base' },
    seal: '庄浪串珠',
    countyCode: '620121',
    villageCode: '620121110204',
    crafts: ['beadwork'],
    years: 8,
    words: say(
      '我们教会一个人，要用三个下午和两千颗珠子。',
      'It takes three afternoons and two thousand beads to teach one person.',
    ),
    steps: fourSteps(
      [
        '进料：珠子按批留样，一批一小瓶。',
        '开班：一班十五人，三个下午学会收结。',
        '派盘：会了就领盘回家，图样跟盘走。',
        '验收：先拉，再数，最后看色，三关。',
      ],
      [
        'Sample: Each lot of beads leaves a small bottle behind as a sample.',
        'Teach: Fifteen to a class; after three afternoons they can finish a knot.',
        'Hand out: Then a tray goes home with each, and the chart with it.',
        'Accept: Pull, count, colour: three gates.',
      ],
    ),
    weeklyCapacity: 150,
    owner: 'zhuanglang',
    consents: { photo: false, realName: false, story: true },
    links: [],
    joined: { daysAgo: 38 },
  },
]
