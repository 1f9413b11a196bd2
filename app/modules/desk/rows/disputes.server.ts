import { reasonText } from '~/modules/disputes/dispute-words'
import { findDisputes } from '~/modules/disputes/find-disputes.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, mostOfAKind, type RowKind } from './today-row'

/** Fewer days than this until the buyer's bank closes the matter: late. */
const urgentDays = 3

/** Disputes that wait for an answer of ours, the nearest deadline first. */
export const disputes: RowKind = {
  needs: 'dispute:answer',
  queue: 'dispute',
  find: async ({ actor, locale, t, now }) => {
    const { open } = await findDisputes({ actor })
    const waiting = open.rows.filter(({ state }) => state === 'needs_response').slice(0, mostOfAKind)
    return waiting.map(({ id, orderNumber, reason, openedAt, daysLeft }) => ({
      key: id,
      matter: t('today.matterDispute'),
      tone: 'late',
      title: t('desk.lateOrder', { number: orderNumber }),
      href: localPath(locale, paths.deskDispute({ disputeId: id })),
      detail:
        daysLeft === null
          ? t(reasonText(reason))
          : t('today.disputeLeft', { reason: t(reasonText(reason)), count: daysLeft }),
      who: null,
      where: null,
      waitedHours: hoursSince(now, openedAt),
      isLate: daysLeft !== null && daysLeft < urgentDays,
      act: t('today.actAnswer'),
    }))
  },
}
