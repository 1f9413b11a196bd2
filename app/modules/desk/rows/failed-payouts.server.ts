import { countFailedPayouts, findFailedPayouts } from '~/modules/payouts/find-failed-payouts.server'
import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, type RowKind } from './today-row'

/** Payments that came back: her money lies here until the card or the name is mended. */
export const failedPayouts: RowKind = {
  needs: 'payout:read',
  queue: 'payout',
  isTakenHere: true,
  count: countFailedPayouts,
  find: async ({ locale, t, now, page }) => {
    const failed = await findFailedPayouts({ page })
    return failed.map(({ id, batchId, batchNumber, nameZh, nameEn, amountFen, reason, failedAt }) => ({
      key: id,
      matter: t('today.matterPayout'),
      tone: 'late',
      title: t('today.payoutBack', { batch: batchNumber, amount: formatYuan(amountFen) }),
      href: localPath(locale, paths.deskPayout({ batchId })),
      detail: reason,
      who: locale === 'en' ? nameEn : nameZh,
      where: null,
      waitedHours: hoursSince(now, failedAt),
      isLate: true,
      act: t('desk.look'),
    }))
  },
}
