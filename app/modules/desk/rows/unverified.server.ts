import { countUnverified } from '~/modules/households/count-unverified.server'
import { findUnverified } from '~/modules/households/find-unverified.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, mostOfAKind, type RowKind } from './today-row'

/** People whose sales count to no household until she has verified one, or that there is none. */
export const unverified: RowKind = {
  needs: 'household:read',
  queue: 'link',
  waits: countUnverified,
  find: async ({ actor, locale, t, now }) => {
    const inEnglish = locale === 'en'
    const owners = (await findUnverified({ actor })).slice(0, mostOfAKind)
    return owners.map(
      ({ personId, sellerId, sellerNameZh, sellerNameEn, name, place, since, isPending }) => ({
        key: personId,
        matter: t('desk.matterUnverified'),
        tone: 'hers',
        title: inEnglish ? sellerNameEn : sellerNameZh,
        href: localPath(locale, paths.deskSeller({ sellerId })),
        detail: t(isPending ? 'desk.unverifiedPending' : 'desk.unverifiedNone'),
        who: name,
        where: inEnglish ? place.en : place.zh,
        waitedHours: hoursSince(now, since),
        isLate: false,
        act: t('desk.unverifiedAct'),
      }),
    )
  },
}
