import type { PieceView } from '~/modules/search/piece-view'
import type { Day } from '~/platform/calendar'

/** What happened to a kept piece: put away for now, taken away for good, or nothing. */
export type KeptState = 'on_sale' | 'paused' | 'gone'

/** A piece that a visitor keeps. */
export type KeptPiece = PieceView & {
  state: KeptState
  /** its lowest price when she kept it, fen */
  keptFen: number
}

/** A maker whom a visitor follows. */
export type FollowedMaker = {
  slug: string
  name: string
  county: string
  since: Day
  isOpen: boolean
  /** her page can be seen: also while she rests */
  hasPage: boolean
  /** pieces on sale */
  count: number
}

export type FavouritesView = {
  pieces: KeptPiece[]
  makers: FollowedMaker[]
  /** the newest of what the followed makers have on sale, without what is among `pieces` */
  newest: PieceView[]
}
