/**
 * What a PayoutEvent says beside its state. A cancellation carries words; the bank file and an imported result carry a code that every
 * language of the desk can tell.
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
