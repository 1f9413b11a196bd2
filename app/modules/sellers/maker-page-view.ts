import type { SellerKind } from '~/generated/prisma/enums'
import type { Day } from '~/platform/calendar'
import type { PhotoData } from '~/ui/photo'

/** One step of the making, as she tells it. */
export type MakerStep = { title: string; text: string; lang: 'zh-CN' | null; photo: PhotoData | null }

/** One week of making to order: how many pieces are promised of those she can make. Begins on a Monday. */
export type MakerWeek = { from: Day; taken: number; of: number }

/**
 * A maker's page. Everything personal (words, name, years) may be null and the page is whole without it. Where exactly she works, who she is and
 * which household she belongs to are not read.
 */
export type MakerPageView = {
  slug: string
  kind: SellerKind
  /** false while she rests: her pieces are seen, none can be bought */
  isOpen: boolean
  name: string
  seal: string
  county: string
  words: string | null
  wordsLang: 'zh-CN' | null
  makerName: string | null
  yearsAtCraft: number | null
  crafts: { code: string; name: string; sentence: string }[]
  steps: MakerStep[]
  weeklyCapacity: number | null
  /** four weeks from this one; empty when nothing of hers is made to order, or while she rests */
  weeks: MakerWeek[]
  /** her newest piece stands for her, never a picture of her at work: this one is sent on with her page's address */
  portrait: PhotoData | null
  /** the base she works with */
  base: { slug: string; name: string } | null
  licence: ShopLicence
  isSample: boolean
}

/** Who stands behind a shop in law (E-commerce Law art. 15): a firm by its licence, a person by her declaration that she needs none (art. 10), null for one whose papers came before there were applications. */
export type ShopLicence = { name: string; code: string; until: Day | null } | 'exempt' | null
