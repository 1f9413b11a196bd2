import type { Refused } from './buying'
import { type Batch, type BatchLine, balance, type Model, move, parties } from './state'

const isOpen = ({ state }: BatchLine) => state === 'prepared' || state === 'in_transit'

/** A batch of all who are owed enough and have no payment under way. */
export function prepare(model: Model): Refused {
  const { minimumFen, debtShareBps, debtFloorFen } = model.terms
  const lines = parties.flatMap((party): BatchLine[] => {
    const owed = -balance(model, `${party}:payable`)
    const debt = balance(model, `${party}:seller_debt`)
    const most = Math.min(debt, Math.floor((owed * debtShareBps) / 10_000), owed - debtFloorFen)
    const netted = Math.max(0, most)
    const isBusy = model.batches.some((batch) =>
      batch.lines.some((line) => line.party === party && isOpen(line)),
    )
    if (isBusy || owed <= 0 || owed - netted < minimumFen) return []
    return [{ party, amount: owed - netted, netted, state: 'prepared' }]
  })
  if (lines.length === 0) return 'payout.nobody'
  model.batches.push({ state: 'prepared', lines })
  return null
}

export function approve(model: Model, batch: Batch, isPreparer: boolean): Refused {
  if (isPreparer) return 'payout.ownBatch'
  if (batch.state === 'approved') return null
  if (batch.state !== 'prepared') return 'payout.notPrepared'
  for (const { party, amount, netted } of batch.lines) {
    if (amount + netted > -balance(model, `${party}:payable`)) return 'payout.aboveBalance'
    if (netted > balance(model, `${party}:seller_debt`)) return 'payout.aboveDebt'
  }
  batch.state = 'approved'
  for (const line of batch.lines) {
    line.state = 'in_transit'
    move(model, `${line.party}:payable`, `${line.party}:in_transit`, line.amount)
    move(model, `${line.party}:payable`, `${line.party}:seller_debt`, line.netted)
  }
  return null
}

/** A batch that is not signed is given up. */
export function dropBatch(batch: Batch): Refused {
  if (batch.state === 'cancelled') return null
  if (batch.state !== 'prepared') return 'payout.notPrepared'
  batch.state = 'cancelled'
  for (const line of batch.lines) line.state = 'cancelled'
  return null
}

/** The bank's answer: of each line that it names, whether she was paid. Of a line that was booked before it may only say the same. */
export function answer(model: Model, batch: Batch, said: ReadonlyMap<BatchLine, boolean>): Refused {
  if (batch.state !== 'approved' && batch.state !== 'settled') return 'payout.notSent'
  for (const [{ state }, isPaid] of said)
    if (state !== 'in_transit' && (state === 'failed') === isPaid) return 'payout.rowOtherResult'
  for (const [line, isPaid] of said) {
    if (line.state !== 'in_transit') continue
    line.state = isPaid ? 'paid' : 'failed'
    const to = isPaid ? 'bank:bank' : `${line.party}:payable`
    move(model, `${line.party}:in_transit`, to, line.amount)
  }
  if (!batch.lines.some(({ state }) => state === 'in_transit')) batch.state = 'settled'
  return null
}

/** Her bank sends back what it had taken. */
export function sendBack(model: Model, line: BatchLine): Refused {
  if (line.state === 'returned') return null
  if (line.state !== 'paid') return 'payout.notPaid'
  line.state = 'returned'
  move(model, 'bank:bank', `${line.party}:payable`, line.amount)
  return null
}
