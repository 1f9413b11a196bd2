const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** What a posted body may be: her photos (a ZIP of them too), a piece of such a ZIP, what she says about a piece or agrees to, a message, an application or a signed paper with photos, a file of the bank's (its answer to a payout, a statement), a county's list, her table of pieces, or any other form. */
export type BodyKind =
  | 'photos'
  | 'piece'
  | 'voice'
  | 'message'
  | 'result'
  | 'register'
  | 'table'
  | 'evidence'
  | 'form'

/** Bytes of the bank's file itself; a batch of 100 lines needs about 10,000. */
export const resultFileLimit = 2_000_000

/** Bytes of a county’s list of households; 50,000 rows of twenty columns need about 7 MB. */
export const registerFileLimit = 12 * megabyte

/** Bytes of a table of pieces; 300 rows need about 100,000. */
export const tableFileLimit = 4 * megabyte

/** Bytes of a piece of a ZIP with photographs. */
export const archivePieceLimit = 512 * kilobyte

/** Bytes of a file that is kept sealed as evidence: a picture or a PDF. */
export const attachmentLimit = 10 * megabyte

/** Bytes of a minute of speech, as a browser or a telephone records it. */
export const voiceLimit = 3 * megabyte

/**
 * Bytes of a posted body at most. The front door refuses a larger one unread; within them the verbs say what is wrong with a single file, so that each is a little
 * more than its files may be.
 */
export const largestBody: Readonly<Record<BodyKind, number>> = {
  photos: 80 * megabyte,
  voice: voiceLimit + 100 * kilobyte,
  piece: archivePieceLimit,
  message: 32 * megabyte,
  result: resultFileLimit + 100 * kilobyte,
  register: registerFileLimit + 100 * kilobyte,
  table: tableFileLimit + 100 * kilobyte,
  evidence: attachmentLimit + 100 * kilobyte,
  form: 256 * kilobyte,
}

/** What is posted to an address, in either language. */
export function bodyKind(path: string): BodyKind {
  if (/^(\/en)?\/studio\/(products|orders)\/[^/]+\/photos$/.test(path)) return 'photos'
  if (/^(\/en)?\/studio\/products\/[^/]+\/(voice|sound)$/.test(path)) return 'voice'
  if (/^(\/en)?\/account\/acting\/[^/]+\/sound$/.test(path)) return 'voice'
  if (/^(\/en)?\/studio\/products\/import$/.test(path)) return 'table'
  if (/^(\/en)?\/studio\/products\/import\/[^/]+$/.test(path)) return 'photos'
  if (/^(\/en)?\/studio\/products\/import\/[^/]+\/archive$/.test(path)) return 'piece'
  if (/^(\/en)?\/((studio|account)\/messages\/(about\/)?|orders\/[^/]+\/messages\/)[^/]+$/.test(path))
    return 'message'
  if (/^(\/en)?\/(studio\/join|account\/acting\/[^/]+)$/.test(path)) return 'message'
  if (
    /^(\/en)?\/(desk\/(successions|sellers\/[^/]+\/absence|disputes\/[^/]+)|admin\/home\/[^/]+|orders\/[^/]+\/transfer|report)$/.test(
      path,
    )
  )
    return 'evidence'
  if (/^(\/en)?\/desk\/(payouts\/[^/]+|reconciliation)$/.test(path)) return 'result'
  if (/^(\/en)?\/desk\/households\/imports$/.test(path)) return 'register'
  return 'form'
}
