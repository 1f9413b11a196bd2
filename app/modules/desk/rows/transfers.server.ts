import { findTransfers } from '~/modules/transfers/find-transfers.server'
import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { localPath } from '~/platform/i18n/locale'
import { mostOfAKind, type RowKind } from './today-row'

/** A slip that nobody looked at for so long keeps a paid order waiting. */
const urgentHours = 24

/** Bank transfers whose slip waits to be compared with the statement. */
export const transfers: RowKind = {
  needs: 'transfer:settle',
  queue: null,
  find: async ({ locale, t }) =>
    (await findTransfers()).waiting.rows
      .slice(0, mostOfAKind)
      .map(({ paymentId, number, amountFen, hours }) => ({
        key: paymentId,
        matter: t('today.matterTransfer'),
        tone: 'hers',
        title: t('desk.lateOrder', { number }),
        href: localPath(locale, paths.deskTransfer({ paymentId })),
        detail: formatYuan(amountFen),
        who: null,
        where: null,
        waitedHours: hours,
        isLate: hours >= urgentHours,
        act: t('today.actConfirm'),
      })),
}
