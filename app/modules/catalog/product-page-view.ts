import type { SellerKind } from '~/generated/prisma/enums'
import type { AbroadGoods } from '~/modules/abroad/send-abroad'
import type { Rest } from '~/modules/rests/working-days'
import type { Availability } from '~/modules/search/availability'
import type { PhotoData } from '~/ui/photo'
import type { Fact } from './craft-template'
import type { Sides } from './size-beside'
import type { WishView } from './wishes'

/** What a photograph shows (Media.shot); null = the whole piece or not said. */
export type ShotName = 'whole' | 'detail' | 'back' | 'scale' | 'hanging' | 'making' | 'in_use' | null

/** A variant that can be chosen. */
export type VariantView = {
  id: string
  /** null when the piece has only one */
  name: string | null
  nameLang: 'zh-CN' | null
  priceFen: number
  availability: Availability
  /** how many one buyer may take now */
  most: number
  /** none is left because somebody is paying for it: when that is over at the latest, milliseconds since 1970; null otherwise */
  heldUntil: number | null
  /** of a kind that is named by a colour, as CSS writes it */
  colour: string | null
  /** days of making for one piece, for two, and so on, as far as they may be promised; empty where more pieces take no longer */
  daysByCount: number[]
  weightGrams: number | null
}

/** A piece's page. Public facts only: who stands behind the shop, and where exactly, is not read. */
export type ProductPageView = {
  id: string
  slug: string
  serial: string
  craft: { code: string; name: string }
  title: string
  story: string
  materials: string
  size: string | null
  care: string | null
  /** set where these words are Chinese on an English page: there is no reviewed English yet */
  textLang: 'zh-CN' | null
  /** minutes of handwork in one piece */
  makingMinutes: number | null
  /** `blurred` is an address that holds a blurred drawing of the photograph */
  pictures: { photo: PhotoData; blurred: string | null; shot: ShotName }[]
  variants: VariantView[]
  /** mm; null when not measured both ways */
  sides: Sides | null
  /** what its craft asks */
  facts: Fact[]
  /** what the maker asks of whoever wants one */
  wishes: WishView[]
  fromPriceFen: number
  /** what goes into one piece, fen, when she shows it to buyers */
  costs: { materialsFen: number; packingFen: number } | null
  /** what decides whether it may go abroad */
  goods: Omit<AbroadGoods, 'weightGrams' | 'quantity'>
  /** it is on sale and no parcel with it leaves the mainland */
  staysInside: boolean
  /** what its maker says about it, when she lets buyers hear it */
  voice: { id: string; seconds: number } | null
  /** what was asked and answered, the latest answer first */
  questions: { id: string; words: string; answer: string }[]
  /** false: questions are switched off */
  takesQuestions: boolean
  /** false: hidden by the maker or the desk; the page stays for those who have the link */
  isOnSale: boolean
  /** its maker has closed her shop for a while; the piece itself would be on sale */
  isShopPaused: boolean
  /** days on which she does not work, from today on */
  rests: Rest[]
  seller: {
    slug: string
    kind: SellerKind
    name: string
    county: string
    seal: string
    words: string | null
    wordsLang: 'zh-CN' | null
    makerName: string | null
    yearsAtCraft: number | null
    isSample: boolean
  }
}
