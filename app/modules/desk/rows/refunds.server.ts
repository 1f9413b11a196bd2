import { findWaitingRefunds } from '~/modules/aftersales/find-waiting-refunds.server'
import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { localPath } from '~/platform/i18n/locale'
import { mostOfAKind, type RowKind } from './today-row'

/** A buyer who waits longer than this for her money calls. */
const urgentDays = 3

/** Money that is owed to buyers and waits for a hand of finance. */
export const refunds: RowKind = {
  needs: 'refund:order',
  queue: 'refund',
  find: async ({ actor, locale, t }) => {
    const { failed, byBank } = await findWaitingRefunds({ actor })
    const waiting = [...failed.rows, ...byBank.rows].slice(0, mostOfAKind)
    return waiting.map(({ id, orderNumber, state, amountFen, ageDays }) => ({
      key: id,
      matter: t('today.matterRefund'),
      tone: state === 'failed' ? 'late' : 'hers',
      title: t('desk.lateOrder', { number: orderNumber }),
      href: localPath(locale, paths.deskRefunds()),
      detail: t(state === 'failed' ? 'today.refundFailed' : 'today.refundByBank', {
        amount: formatYuan(amountFen),
      }),
      who: null,
      where: null,
      waitedHours: ageDays * 24,
      isLate: state === 'failed' || ageDays >= urgentDays,
      act: t('today.actRefund'),
    }))
  },
}
