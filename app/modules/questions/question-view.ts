import type { Day } from '~/platform/calendar'

/** A question as whoever asked it sees it. */
export type AskedQuestion = {
  id: string
  slug: string
  title: string
  words: string
  askedOn: Day
  /** null while it waits, and when it was hidden */
  answer: string | null
  isHidden: boolean
}

/** A question as the maker sees it: what was asked about which piece, never by whom. */
export type MakerQuestion = AskedQuestion & {
  /** the coordinator's words, when she hid it */
  hiddenReason: string | null
}

/** A question at the desk. */
export type DeskQuestion = MakerQuestion & { sellerName: string; county: string }
