import type { Shot } from '~/modules/catalog/shots'
import type { PocketField, PocketValues } from './pocket-fields'

/** A draft as the shop has it, for a device that carries it along. */
export type PocketDraft = {
  /** the piece's id, also where a device gave it */
  id: string
  sellerId: string
  values: PocketValues
  photos: { shot: Shot; src: string }[]
  /** the newest recording that is with the shop */
  said: { id: string; seconds: number } | null
  /** it is sold in several kinds: their prices and counts are written in the studio's own step */
  hasKinds: boolean
  /** it has been on sale: what lies on its shelf is counted in the studio */
  isLive: boolean
}

/** What a device is answered that brought a draft. */
export type ReceivedDraft = PocketDraft & {
  /** sentences beside fields that could not be kept as typed; what stood there before still stands */
  errors: Partial<Record<PocketField, string>>
  /** fields that another device wrote differently: what stands with the shop is in `values` */
  clashes: PocketField[]
}

/** Whose pocket it is, and what lies open with the shop. */
export type PocketContents = {
  /** tells one person's drafts on a shared device from another's */
  owner: string
  sellers: { id: string; name: string }[]
  drafts: PocketDraft[]
  /** on a shared device, the key under which what she has not sent stays there (base64) */
  seal: string | null
}
