import type { ApplicantKind } from '~/generated/prisma/enums'

/** Somebody invented who asks for a shop; every one of them lives in Yuzhong. */
export type ApplicationSeed = {
  phone: string
  name: string
  birthYear: number
  kind: ApplicantKind
  shopName: string
  villageCode: string
  craft: string
  years: number
  /** a file below prisma/seed/pictures */
  picture: string
  submittedDaysAgo: number
  /** she has given her card while she waits */
  hasCard?: true
  /** handed in, with the city, or back with her */
  state: 'submitted' | 'recommended' | 'returned'
}

export const applications: readonly ApplicationSeed[] = [
  {
    phone: '13800000131',
    name: '麦小满（示例）',
    birthYear: 1988,
    kind: 'household',
    shopName: '小满钩编',
    villageCode: '620123105203',
    craft: 'crochet',
    years: 9,
    picture: 'crochet-coaster-sage-01.webp',
    submittedDaysAgo: 4,
    hasCard: true,
    state: 'submitted',
  },
  {
    phone: '13800000132',
    name: '荞立冬（示例）',
    birthYear: 1979,
    kind: 'workshop',
    shopName: '立冬香包坊',
    villageCode: '620123208207',
    craft: 'sachets',
    years: 15,
    picture: 'sachet-heart-ivory-01.webp',
    submittedDaysAgo: 6,
    state: 'recommended',
  },
  {
    phone: '13800000133',
    name: '藜清明（示例）',
    birthYear: 1996,
    kind: 'artisan',
    shopName: '清明串珠',
    villageCode: '620123100201',
    craft: 'beadwork',
    years: 3,
    picture: 'beads-charm-jade-01.webp',
    submittedDaysAgo: 8,
    state: 'returned',
  },
]
