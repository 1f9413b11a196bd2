import type { TransferRate } from './transfer-rate'

/**
 * What a PayoutEvent says beside its state. A cancellation carries words; the bank file, an imported result, a rate and a payment that came back later carry a
 * code that every language of the desk can tell.
 */
export const fileNote = 'file'

export type ResultCount = { paid: number; failed: number }

/** result:12:1 */
export function resultNote({ paid, failed }: ResultCount): string {
  return `result:${paid}:${failed}`
}

/** The counts of an imported result; null for any other note. */
export function readResultNote(note: string | null): ResultCount | null {
  const match = /^result:(\d+):(\d+)$/.exec(note ?? '')
  return match ? { paid: Number(match[1]), failed: Number(match[2]) } : null
}

/** rate:HKD:8450:7800: what 7,800 fen became; fixed when the batch was approved, so that a repeated transfer asks for the same amount. */
export function rateNote({ currency, minor, fen }: TransferRate): string {
  return `rate:${currency}:${minor}:${fen}`
}

/** The rate of a batch of transfers; null for any other note. */
export function readRateNote(note: string | null): TransferRate | null {
  const [, currency, minor, fen] = /^rate:([A-Z]{3}):(\d+):(\d+)$/.exec(note ?? '') ?? []
  if (currency === undefined || minor === undefined || fen === undefined) return null
  return { currency, minor: BigInt(minor), fen: BigInt(fen) }
}

/** returned:3: the payment of line 3 was sent back after it had been paid. */
export function returnedNote(seq: number): string {
  return `returned:${seq}`
}

/** The line that a note says was sent back; null for any other note. */
export function readReturnedNote(note: string | null): number | null {
  const match = /^returned:(\d+)$/.exec(note ?? '')
  return match ? Number(match[1]) : null
}
