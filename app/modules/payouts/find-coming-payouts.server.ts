import type { Actor } from '~/modules/auth/actor'
import { readSetting } from '~/modules/settings/read-setting.server'
import type { Day } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { toSafeNumber } from '~/platform/money'
import { findPayables, type PayableOutcome } from './find-payables.server'
import { findNextSweep, type Sweep } from './find-sweep.server'

/** What is hers and waits for the next payout, and what stands in its way. Fen. */
export type ComingPayout = {
  sellerId: string
  nameZh: string
  nameEn: string
  outcome: PayableOutcome
  /** what reaches her, and what of the balance goes against her debt */
  amountFen: number
  keptFen: number
  /** of the card it goes to; null for her account with the provider and where there is no card */
  last4: string | null
  /** when a new card is first paid to */
  usableFrom: string | null
}

export type ComingPayouts = {
  sweep: Sweep
  /** the least that is paid out */
  minimumFen: number
  payouts: ComingPayout[]
}

/** For each seller of the actor to whom something is owed: the coming payout as it would be prepared now, and the day on which payouts are made. */
export async function findComingPayouts({ actor }: { actor: Actor }): Promise<ComingPayouts> {
  const payables = await inScope({ job: 'payout' }, (tx) => findPayables(tx, 'standard', actor.sellerIds))
  return {
    sweep: await findNextSweep(),
    minimumFen: await readSetting('payouts.minimumFen'),
    payouts: payables.flatMap(({ sellerId, nameZh, nameEn, outcome, last4, usableFrom, ...sums }) =>
      sellerId === null
        ? []
        : {
            ...{ sellerId, nameZh, nameEn, outcome, last4 },
            amountFen: toSafeNumber(sums.amountFen),
            keptFen: toSafeNumber(sums.nettedFen),
            usableFrom: usableFrom?.toISOString() ?? null,
          },
    ),
  }
}

/** The day on which all of it is paid and the sum of what reaches her then; null while nothing is ready. */
export function readyOf({ sweep, payouts }: ComingPayouts): { day: Day; amountFen: number } | null {
  const ready = payouts.filter(({ outcome }) => outcome === 'ready' || outcome === 'by_transfer')
  if (ready.length === 0) return null
  return { day: sweep.day, amountFen: ready.reduce((sum, { amountFen }) => sum + amountFen, 0) }
}
