import type { Actor } from '~/modules/auth/actor'
import { allows } from '~/modules/auth/permissions'
import { countMyListings, type ListingCounts } from '~/modules/catalog/count-my-listings.server'
import { findSellerNames } from '~/modules/catalog/find-seller-names.server'
import { findSellerMoney, type SellerMoney } from '~/modules/ledger/find-seller-money.server'
import { pictureOf, pictureSelect } from '~/modules/media/picture'
import { findSellerWork } from '~/modules/orders/find-seller-work.server'
import { findOwnPromotions } from '~/modules/promotions/find-promotions.server'
import { countWaitingQuestions } from '~/modules/questions/count-waiting-questions.server'
import { findDeskPhone } from '~/modules/regions/find-desk-phone.server'
import type { Day } from '~/platform/calendar'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'

/** What she has to send: all in hand, those due today, those late, and the day by which the next one leaves. */
export type WorkCounts = { inHand: number; today: number; late: number; nextDay: Day | null }

export type StudioHomeView = {
  /** her shop; for someone who writes for several, all of them */
  names: string[]
  /** null for those who may not read her income */
  money: SellerMoney | null
  work: WorkCounts
  listings: ListingCounts
  /** promotions that wait for her agreement */
  promotionsWaiting: number
  /** questions of buyers that wait for her answer */
  questions: number
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
  const mayReadIncome = actor.roles.some((role) => allows(role, 'income:read'))
  const [names, money, parcels, listings, promotions, questions, doors, desk] = await Promise.all([
    findSellerNames({ actor, locale }),
    mayReadIncome ? findSellerMoney({ actor }) : null,
    findSellerWork({ actor, locale }),
    countMyListings({ actor }),
    findOwnPromotions({ actor }),
    countWaitingQuestions({ actor }),
    findDoorPictures(locale),
    findDeskPhone(actor.sellerIds),
  ])
  const toShip = parcels.filter(({ status }) => status === 'to_ship')
  return {
    names: names.map(({ name }) => name),
    money,
    work: {
      inHand: toShip.length,
      today: toShip.filter(({ dueToday }) => dueToday).length,
      late: toShip.filter(({ late }) => late).length,
      nextDay: toShip[0]?.shipBy ?? null,
    },
    listings,
    promotionsWaiting: promotions.filter(({ state }) => state === 'waiting').length,
    questions,
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
