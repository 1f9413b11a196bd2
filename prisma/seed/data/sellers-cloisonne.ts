import type { SellerSeed } from './types'
import { fourSteps, say } from './words'

/** Who sells cloisonné pictures. */
export const sellersCloisonne: readonly SellerSeed[] = [
  {
    key: 'huixin',
    kind: 'individual',
    slug: 'huixin-cloisonne',
    name: { zh: '惠心珐琅', en: 'Huixin Cloisonné' },
    seal: '惠心珐琅',
    countyCode: '620102',
    villageCode: '620102006006',
    crafts: ['cloisonne'],
    years: 8,
    words: say(
      '铜丝一毫米高，我拿镊子掐，一晚上掐一朵莲。',
      'The wire stands a millimetre high. With tweezers, a lotus takes an evening.',
    ),
    steps: fourSteps(
      [
        '描线：图稿复写到底板，线宽半毫米。',
        '掐丝：扁铜丝照线弯，白胶粘立。',
        '填砂：彩砂一格一格填，勺子尖点平。',
        '封胶：淋胶两遍，平放两天。',
      ],
      [
        'Trace: The drawing goes on the board in half-millimetre lines.',
        'Bend: Flat copper wire, bent to the line and glued on edge.',
        'Fill: Coloured sand, cell by cell, levelled with the tip of a spoon.',
        'Seal: Two coats of resin, two days lying flat.',
      ],
    ),
    weeklyCapacity: 2,
    owner: 'huixin',
    consents: { photo: true, realName: true, story: true },
    links: [{ kind: 'none', reason: 'not_registered', from: '2025-03-01', verifiedOn: '2025-03-04' }],
    joined: '2025-06-16',
  },
  {
    key: 'jinsi',
    kind: 'workshop',
    slug: 'goldwire-studio',
    name: { zh: '金丝画坊', en: 'Gold Wire Studio' },
    seal: '金丝画坊',
    countyCode: '620102',
    villageCode: '620102024206',
    crafts: ['cloisonne'],
    years: 6,
    words: say(
      '我们四个人，两个掐丝，两个点砂，换着来眼睛不花。',
      'Four of us: two bend wire, two lay sand, and we change over to rest our eyes.',
    ),
    steps: fourSteps(
      [
        '选稿：一幅画先数格，四百格以上分两人。',
        '掐：直线用尺压，曲线用指甲推。',
        '点：同色一次点完，深浅隔半小时。',
        '装框：胡桃木框，背板留两个挂眼。',
      ],
      [
        'Count: We count the cells; over four hundred, two people share.',
        'Bend: Straight lines with a ruler, curves with a thumbnail.',
        'Lay: One colour at a time, half an hour between shades.',
        'Frame: Walnut frame, two hanging eyes at the back.',
      ],
    ),
    weeklyCapacity: 4,
    owner: 'jinsi',
    consents: { photo: false, realName: false, story: true },
    links: [{ kind: 'none', reason: 'not_registered', from: '2025-03-01', verifiedOn: '2025-03-04' }],
    joined: '2025-10-28',
  },
  {
    key: 'jincheng',
    kind: 'base',
    slug: 'jincheng-cloisonne-base',
    name: { zh: '金城珐琅基地', en: 'Jincheng Cloisonné Base' },
    seal: '金城珐琅',
    countyCode: '620102',
    villageCode: '620102015003',
    crafts: ['cloisonne'],
    years: 9,
    words: say(
      '来学的人先做一个杯垫，九个格，三种颜色，带回家用。',
      'Everyone who comes starts with a coaster: nine cells, three colours, to take home and use.',
    ),
    steps: fourSteps(
      [
        '备板：椴木板裁好，刷两遍白底。',
        '教掐：先学圆，再学花瓣，后学云。',
        '点砂：湿砂、干砂分两桌做。',
        '质检：侧光照，砂低于丝的补。',
      ],
      [
        'Board: Lime board, cut and given two white coats.',
        'Teach: A circle, then a petal, then a cloud.',
        'Lay: Wet sand on one table, dry on another.',
        'Inspect: Seen by side light; where the sand is lower than the wire, we add.',
      ],
    ),
    weeklyCapacity: 12,
    owner: 'jincheng',
    consents: { photo: false, realName: false, story: true },
    links: [],
    joined: '2026-03-10',
  },
]
