import type { Day } from '~/platform/calendar'
import type { BadgeTone } from '~/ui/badge'

/** A promotion as its screens show it. Amounts in fen. */
export type PromotionView = {
  id: string
  nameZh: string
  nameEn: string
  code: string | null
  percentBps: number | null
  offFen: number | null
  minSpendFen: number
  craft: Named | null
  seller: Named | null
  bearer: 'platform' | 'seller' | 'sponsor'
  sponsor: string | null
  mostUses: number | null
  mostPerBuyer: number | null
  from: Day
  /** the last day */
  until: Day
  agreedOn: Day | null
  state: 'waiting' | 'later' | 'now' | 'ended'
  isReplaced: boolean
  /** orders that use it, paid or still to be paid */
  uses: number
  /** what it took off them */
  givenFen: number
  note: string
}

/** Who pays for what a buyer is given off: a sponsor by her name. */
export type PaidBy = { bearer: PromotionView['bearer']; sponsor: string | null }

/** How a state looks. */
export const stateTone = {
  waiting: 'waiting',
  later: 'plain',
  now: 'done',
  ended: 'plain',
} as const satisfies Record<PromotionView['state'], BadgeTone>

type Named = { id: string; zh: string; en: string }
