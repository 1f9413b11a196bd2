import { inScope } from '~/platform/db/in-scope.server'
import { sum, toSafeNumber } from '~/platform/money'
import { findPayables, type Payable } from './find-payables.server'
import { batchLimit, type LeftOut } from './prepare-batch.server'

/** One seller to whom something is owed, for the screen before a batch is prepared. */
export type OwedRow = {
  sellerId: string
  nameZh: string
  nameEn: string
  amountFen: number
  bankName: string | null
  last4: string | null
  /** null: she is in the next batch */
  why: LeftOut['why'] | null
  usableFrom: string | null
  lastFailure: string | null
}

export type Owed = {
  ready: OwedRow[]
  readyCount: number
  readyFen: number
  waiting: OwedRow[]
  waitingCount: number
  waitingFen: number
}

/** Rows shown of each list; counts and sums are always of all. */
const shown = 300

/** Who would be in a batch prepared now, and who would be left out and why. Together they are all that is owed. */
export function findOwed(): Promise<Owed> {
  return inScope({ job: 'payout' }, async (tx) => {
    const payables = await findPayables(tx)
    const able = payables.filter(({ outcome }) => outcome === 'ready')
    const ready = able.slice(0, batchLimit)
    const full = able.slice(batchLimit)
    const others = payables.filter(({ outcome }) => outcome !== 'ready')
    const fenOf = (rows: readonly Payable[]) => toSafeNumber(sum(rows.map(({ fen }) => fen)))
    return {
      ready: ready.map((row) => rowOf(row, null)),
      readyCount: ready.length,
      readyFen: fenOf(ready),
      waiting: [...others, ...full].slice(0, shown).map((row) => rowOf(row, whyOf(row))),
      waitingCount: others.length + full.length,
      waitingFen: fenOf([...others, ...full]),
    }
  })
}

function whyOf({ outcome }: Payable): LeftOut['why'] {
  return outcome === 'ready' ? 'batch_full' : outcome
}

function rowOf(payable: Payable, why: OwedRow['why']): OwedRow {
  const { sellerId, nameZh, nameEn, fen, bankName, last4, usableFrom, lastFailure } = payable
  return {
    sellerId,
    nameZh,
    nameEn,
    amountFen: toSafeNumber(fen),
    bankName,
    last4,
    why,
    usableFrom: usableFrom?.toISOString() ?? null,
    lastFailure,
  }
}
