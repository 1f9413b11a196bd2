import { countFlags, findWaitingFlags } from '~/modules/flags/find-flags.server'
import { paths } from '~/paths'
import { formatYuan } from '~/platform/i18n/format'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, mostOfAKind, type RowKind } from './today-row'

/** Sales that may be between kin and count for nothing until somebody has looked. */
export const flags: RowKind = {
  needs: 'flag:decide',
  queue: 'flag',
  waits: countFlags,
  find: async ({ actor, locale, t, now }) => {
    const waiting = (await findWaitingFlags({ actor, locale })).rows.slice(0, mostOfAKind)
    return waiting.map(({ sellerOrderId, orderNumber, seller, goodsFen, raisedOn }) => ({
      key: sellerOrderId,
      matter: t('today.matterFlag'),
      tone: 'waiting',
      title: t('desk.lateOrder', { number: orderNumber }),
      href: localPath(locale, paths.deskFlags()),
      detail: t('today.flagGoods', { amount: formatYuan(goodsFen) }),
      who: seller,
      where: null,
      waitedHours: hoursSince(now, raisedOn),
      isLate: false,
      act: t('today.actFlag'),
    }))
  },
}
