import type { ListingCounts } from '~/modules/catalog/count-my-listings.server'
import type { WorkCounts } from '~/modules/orders/count-seller-work.server'
import { noPicture } from '~/modules/search/no-picture'
import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Doors } from '~/ui/doors'
import type { PhotoData } from '~/ui/photo'

type StudioDoorsProps = {
  pictures: readonly PhotoData[]
  work: WorkCounts
  listings: ListingCounts
  /** earned and waiting for the next payout, fen; null for those who may not read it */
  payableFen: number | null
  /** nothing is listed before she confirms what is on file */
  isOver: boolean
}

/** Listing, parcels, money, each with its true number; for those who may not read the money, the pieces. */
export function StudioDoors({ pictures, work, listings, payableFen, isOver }: StudioDoorsProps) {
  const { t, locale, href } = useTranslator()
  const picture = (at: number) => pictures[at] ?? noPicture('')
  const workStatus = () => {
    if (work.late > 0) return t('studio.doorWorkLate', { count: work.late })
    if (work.today > 0) return t('studio.doorWorkToday', { count: work.today })
    if (work.inHand === 0) return t('studio.doorWorkNone')
    return work.nextDay
      ? t('studio.doorWorkNext', { day: formatDay(locale, work.nextDay) })
      : t('studio.doorWorkLine', { count: work.inHand })
  }
  const newStatus = () => {
    if (listings.drafts > 0) return t('studio.doorNewDrafts', { count: listings.drafts })
    return t(isOver ? 'records.doorNew' : 'studio.doorNewNone')
  }
  const doors = [
    {
      href: href(paths.studioNewProduct()),
      title: t('studio.doorNew'),
      line: t('studio.doorNewLine'),
      status: newStatus(),
      colour: 'cinnabar',
      photo: picture(0),
    },
    {
      href: href(paths.studioOrders()),
      title: t('studio.doorWork'),
      line: t('studio.doorWorkLine', { count: work.inHand }),
      status: workStatus(),
      colour: 'indigo',
      photo: picture(1),
    },
    {
      href: href(paths.studioIncome()),
      title: t('studio.doorMoney'),
      line: t('studio.doorMoneyLine'),
      status:
        payableFen !== null && payableFen > 0
          ? t('studio.doorMoneyWaiting', { amount: formatMoney(locale, payableFen) })
          : t('studio.doorMoneyNone'),
      colour: 'malachite',
      photo: picture(2),
    },
  ] as const
  const pieces = {
    href: href(paths.studioProducts()),
    title: t('studio.myPieces'),
    status: t('studio.myPiecesLine', { onSale: listings.onSale, reading: listings.reading }),
    colour: 'malachite',
    photo: picture(2),
  } as const
  const [listing, parcels, money] = doors
  return <Doors label={t('studio.doors')} doors={[listing, parcels, payableFen === null ? pieces : money]} />
}
