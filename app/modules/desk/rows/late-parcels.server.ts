import { countLateParcels, findLateParcels } from '~/modules/orders/find-late-parcels.server'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, type RowKind } from './today-row'

/** Parcels of her region that should have been sent before today. */
export const lateParcels: RowKind = {
  needs: 'listing:review',
  queue: 'parcel',
  isTakenHere: true,
  count: countLateParcels,
  find: async ({ actor, locale, t, now, page }) => {
    const late = await findLateParcels({ actor, page })
    return late.map(({ id, number, sellerId, sellerNameZh, sellerNameEn, place, shipBy }) => ({
      key: id,
      matter: t('desk.matterLate'),
      tone: 'late',
      title: t('desk.lateOrder', { number }),
      href: localPath(locale, paths.deskSeller({ sellerId })),
      detail: t('desk.lateText', { day: formatDay(locale, shipBy) }),
      who: locale === 'en' ? sellerNameEn : sellerNameZh,
      where: locale === 'en' ? place.en : place.zh,
      waitedHours: hoursSince(now, shipBy),
      isLate: true,
      act: t('desk.lateAct'),
    }))
  },
}
