import { inScope } from '~/platform/db/in-scope.server'
import { sum, toSafeNumber } from '~/platform/money'
import { findPayables, type Payable } from './find-payables.server'
import type { LeftOut } from './prepare-batch.server'
import { amountLimitOf, type PayoutWay, rowLimitOf } from './ways'

/** Somebody to whom something is owed, for the screen before a batch is prepared. */
export type OwedRow = {
  partyId: string
  nameZh: string
  nameEn: string
  /** all that is owed to her */
  balanceFen: number
  /** of that, what would go against her debt */
  nettedFen: number
  /** what she would get */
  amountFen: number
  bankName: string | null
  last4: string | null
  /** null: she is in the next batch */
  why: LeftOut['why'] | null
  usableFrom: string | null
  isTransfer: boolean
  lastFailure: string | null
}

export type Owed = {
  way: PayoutWay
  /** the most that one payment of this way may be, fen; null: anything */
  limitFen: number | null
  ready: OwedRow[]
  readyCount: number
  /** what a batch would pay; the debts kept back are beside it */
  readyFen: number
  readyNettedFen: number
  waiting: OwedRow[]
  waitingCount: number
  waitingFen: number
}

/** Rows shown of each list; counts and sums are always of all. */
const shown = 300

/** Who would be in a batch prepared now, and who would be left out and why. Together they are all that is owed. */
export function findOwed(way: PayoutWay = 'standard'): Promise<Owed> {
  return inScope({ job: 'payout' }, async (tx) => {
    const payables = await findPayables(tx, way)
    const able = payables.filter(({ outcome }) => outcome === 'ready')
    const ready = able.slice(0, rowLimitOf(way))
    const full = able.slice(rowLimitOf(way))
    const others = payables.filter(({ outcome }) => outcome !== 'ready')
    const fenOf = (rows: readonly Payable[], what: 'balanceFen' | 'amountFen' | 'nettedFen') =>
      toSafeNumber(sum(rows.map((row) => row[what])))
    const limit = amountLimitOf(way)
    return {
      way,
      limitFen: limit === null ? null : toSafeNumber(limit),
      ready: ready.map((row) => rowOf(row, null)),
      readyCount: ready.length,
      readyFen: fenOf(ready, 'amountFen'),
      readyNettedFen: fenOf(ready, 'nettedFen'),
      waiting: [...others, ...full].slice(0, shown).map((row) => rowOf(row, whyOf(row))),
      waitingCount: others.length + full.length,
      waitingFen: fenOf([...others, ...full], 'balanceFen'),
    }
  })
}

function whyOf({ outcome }: Payable): LeftOut['why'] {
  return outcome === 'ready' ? 'batch_full' : outcome
}

function rowOf(payable: Payable, why: OwedRow['why']): OwedRow {
  const { partyId, nameZh, nameEn, bankName, last4, usableFrom, lastFailure } = payable
  return {
    ...{ partyId, nameZh, nameEn, bankName, last4, why, lastFailure },
    balanceFen: toSafeNumber(payable.balanceFen),
    nettedFen: toSafeNumber(payable.nettedFen),
    amountFen: toSafeNumber(payable.amountFen),
    isTransfer: payable.connectAccountId !== null,
    usableFrom: usableFrom?.toISOString() ?? null,
  }
}
