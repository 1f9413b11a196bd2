import { countDictations, findDictations } from '~/modules/catalog/find-dictations.server'
import { urgentAfterHours } from '~/modules/catalog/waiting'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { mostOfAKind, type RowKind } from './today-row'

/** What makers said and nobody has typed up. */
export const dictations: RowKind = {
  needs: 'listing:review',
  queue: 'dictation',
  waits: countDictations,
  find: async ({ actor, locale, t }) => {
    const waiting = (await findDictations({ actor, locale })).rows.slice(0, mostOfAKind)
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
      act: t('today.actType'),
    }))
  },
}
