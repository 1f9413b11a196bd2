import { findProofs } from '~/modules/mandates/find-proofs.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { hoursSince, mostOfAKind, type RowKind } from './today-row'

/** What makers said or signed so that somebody may act for them, and nobody has confirmed. */
export const consents: RowKind = {
  needs: 'mandate:confirm',
  queue: 'proof',
  find: async ({ actor, locale, t, now }) => {
    const proofs = (await findProofs({ actor, locale })).rows
      .filter(({ isOwn }) => !isOwn)
      .slice(0, mostOfAKind)
    return proofs.map(({ id, means, seller, agent, agentKind, place, handedInAt }) => ({
      key: id,
      matter: t('today.matterConsent'),
      tone: 'hers',
      title: seller,
      href: localPath(locale, paths.deskMandates()),
      detail: t(`mandate.means_${means}`),
      who: t('mandate.who', { agent, kind: t(`mandate.kind_${agentKind}`) }),
      where: place,
      waitedHours: hoursSince(now, handedInAt),
      isLate: false,
      act: t('desk.look'),
    }))
  },
}
