import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { countMyListings, type ListingCounts } from '~/modules/catalog/count-my-listings.server'
import { findSellerNames } from '~/modules/catalog/find-seller-names.server'
import { findNextTypedUp } from '~/modules/catalog/find-typed-up.server'
import { countCollections } from '~/modules/collections/find-collections.server'
import { findSellerMoney, type SellerMoney } from '~/modules/ledger/find-seller-money.server'
import { findActingChoices } from '~/modules/mandates/find-acting-choices.server'
import { findOwnSellers } from '~/modules/mandates/find-own-sellers.server'
import { pictureOf, pictureSelect } from '~/modules/media/picture'
import { countSellerWork, type WorkCounts } from '~/modules/orders/count-seller-work.server'
import { findComingPayouts, readyOf } from '~/modules/payouts/find-coming-payouts.server'
import { findOwnPromotions } from '~/modules/promotions/find-promotions.server'
import { countWaitingQuestions } from '~/modules/questions/count-waiting-questions.server'
import { findDueRecord } from '~/modules/records/find-due-record.server'
import { findDeskPhone } from '~/modules/regions/find-desk-phone.server'
import type { Day } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

export type StudioHomeView = {
  /** her shop; for someone who writes for several, all of them */
  names: string[]
  /** of her own sellers; null for those who act for others */
  money: SellerMoney | null
  /** what the next payout brings her, and when; null while nothing is ready for it */
  coming: { day: Day; amountFen: number } | null
  work: WorkCounts
  listings: ListingCounts
  /** whether there is money of her own to be paid out somewhere */
  hasCard: boolean
  /** makers for whom she may act */
  makers: number
  /** promotions that wait for her agreement */
  promotionsWaiting: number
  /** questions of buyers that wait for her answer */
  questions: number
  /** what was typed up from her voice and waits for her to read it */
  typedUp: { productId: string; count: number } | null
  /** whether what is on file about her waits for her word, and nothing new is listed before that */
  record: 'over' | 'soon' | null
  /** shops of hers that are closed for a while */
  paused: number
  /** parts that wait at a base of hers to be counted in or sent; null for somebody without one */
  atBase: number | null
  /** one picture for each door */
  doors: PhotoData[]
  /** her coordinator's office; null where no number is noted */
  call: { name: string; phone: string } | null
}

/** Everything on the first page of the studio, as it stands now. */
export async function findStudioHome({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<StudioHomeView> {
  const ownIds = await findOwnSellers({ actor })
  const own = { ...actor, sellerIds: actor.sellerIds.filter((id) => ownIds.includes(id)) }
  const mayReadIncome = own.sellerIds.length > 0 && actor.roles.some((role) => allows(role, 'income:read'))
  const [
    names,
    money,
    payouts,
    work,
    listings,
    promotions,
    questions,
    doors,
    desk,
    makers,
    typedUp,
    paused,
    record,
    atBase,
  ] = await Promise.all([
    findSellerNames({ actor, locale }),
    mayReadIncome ? findSellerMoney({ actor: own }) : null,
    mayReadIncome ? findComingPayouts({ actor: own }) : null,
    countSellerWork({ actor }),
    countMyListings({ actor }),
    findOwnPromotions({ actor: own }),
    countWaitingQuestions({ actor }),
    findDoorPictures(locale),
    findDeskPhone(actor.sellerIds),
    findActingChoices({ actor, locale }),
    findNextTypedUp({ actor }),
    prisma.seller.count({ where: { id: { in: actor.sellerIds }, status: 'paused' } }),
    findDueRecord({ actor }),
    countCollections({ actor }),
  ])
  return {
    hasCard: actor.roles.some((role) => allows(role, 'card:write')),
    makers: makers.length,
    names: names.map(({ name }) => name),
    money,
    coming: payouts && readyOf(payouts),
    work,
    listings,
    promotionsWaiting: promotions.filter(({ state }) => state === 'waiting').length,
    questions,
    typedUp,
    paused,
    record,
    atBase,
    doors,
    call: desk && { name: locale === 'en' ? desk.nameEn : desk.nameZh, phone: desk.phone },
  }
}

/** The close-ups of three crafts, the same for everybody. */
async function findDoorPictures(locale: Locale): Promise<PhotoData[]> {
  const crafts = await prisma.craft.findMany({
    where: { mediaId: { not: null } },
    orderBy: { position: 'asc' },
    take: 9,
    select: { media: { select: pictureSelect } },
  })
  const pictures = crafts.flatMap(({ media }) => (media ? [pictureOf(media, locale, '')] : []))
  const [knots, beads, dye] = pictures
  return [knots, dye, beads].flatMap((picture) => picture ?? [])
}
