import { findSuccessions } from '~/modules/payouts/find-successions.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, type RowKind } from './today-row'

/** Inheritances that somebody else has proposed and that wait for a second pair of eyes. */
export const successions: RowKind = {
  needs: 'payout:approve',
  queue: null,
  find: async ({ actor, locale, t, now }) =>
    (await findSuccessions({ actor })).rows
      .filter(({ state, isOwn }) => state === 'proposed' && !isOwn)
      .map(({ id, nameZh, nameEn, proposedAt, proposedBy }) => ({
        key: id,
        matter: t('today.matterSuccession'),
        tone: 'hers',
        title: locale === 'en' ? nameEn : nameZh,
        href: localPath(locale, paths.deskSuccessions()),
        detail: proposedBy ? t('today.proposedBy', { name: proposedBy }) : null,
        who: null,
        where: null,
        waitedHours: hoursSince(now, proposedAt),
        isLate: false,
        act: t('desk.look'),
      })),
}
