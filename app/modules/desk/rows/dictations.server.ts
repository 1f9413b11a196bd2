import { findDictations } from '~/modules/catalog/find-dictations.server'
import { urgentAfterHours } from '~/modules/catalog/waiting'
import { findWork } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { mostOfAKind, type RowKind } from './today-row'

/** What makers said and nobody has typed up. */
export const dictations: RowKind = {
  needs: 'listing:review',
  find: async ({ actor, locale, t }) => {
    const waiting = (await findDictations({ actor, locale })).rows.slice(0, mostOfAKind)
    const subjectIds = waiting.map(({ revisionId }) => revisionId)
    const { claims } = await findWork({ actor, queue: 'dictation', subjectIds })
    return waiting.map(({ revisionId, sellerName, place, waitedHours }) => ({
      key: revisionId,
      matter: t('today.matterDictation'),
      tone: 'waiting',
      title: t('voice.typeTitle', { name: sellerName }),
      href: localPath(locale, paths.deskDictation({ revisionId })),
      detail: null,
      who: sellerName,
      where: place,
      waitedHours,
      isLate: waitedHours >= urgentAfterHours,
      claim: claims[revisionId] ?? null,
      act: t('today.actType'),
    }))
  },
}
