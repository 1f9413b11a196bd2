import { claimText } from '~/modules/claims/claim-view'
import { giveManyForm } from '~/modules/claims/components/give-many'
import { isFree } from '~/modules/claims/components/work-tick'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { type QueueRow, QueueTable } from '~/ui/queue-table'
import type { QueuedApplication } from '../find-applications.server'

/** Hours after which an application has waited too long: three days. */
const lateHours = 72

/** One row of the queue, here and on the desk's first page; with a tick where it may be given to a colleague. */
export function useApplicationRows(rows: readonly QueuedApplication[], canGive = false): QueueRow[] {
  const { t, locale, href } = useTranslator()
  return rows.map(({ id, state, kind, shopName, realName, place, waitedHours, claim }) => {
    const isWaiting = state === 'submitted' || state === 'recommended'
    return {
      key: id,
      badge: {
        tone: isWaiting ? 'waiting' : state === 'returned' ? 'hers' : 'plain',
        text: t(`joining.tab_${tabOf(state)}`),
      },
      title: shopName,
      href: href(paths.deskApplication({ applicationId: id })),
      detail: (
        <>
          {t(`joining.kind_${kind}`)}
          {claim ? <span className="queue-claim">{claimText(t, claim)}</span> : null}
        </>
      ),
      who: <span>{realName}</span>,
      where: locale === 'en' ? place.en : place.zh,
      waited:
        waitedHours < 48
          ? t('joining.waitedHours', { count: waitedHours })
          : t('joining.waitedDays', { count: Math.floor(waitedHours / 24) }),
      late: isWaiting && waitedHours >= lateHours,
      ...(canGive && isWaiting && isFree(claim)
        ? {
            pick: {
              ...{ form: giveManyForm, name: 'picks', value: id },
              label: t('claims.tick', { title: shopName }),
            },
          }
        : {}),
      action: { href: href(paths.deskApplication({ applicationId: id })), text: t('joining.open') },
    }
  })
}

function tabOf(state: QueuedApplication['state']) {
  return state === 'draft' ? 'submitted' : state
}

/** Applications with who, where and how long they have waited. */
export function ApplicationTable({
  rows,
  canGive,
}: {
  rows: readonly QueuedApplication[]
  canGive: boolean
}) {
  const { t } = useTranslator()
  return (
    <QueueTable
      caption={t('joining.deskCaption')}
      headers={{
        matter: t('desk.headMatter'),
        what: t('joining.headShop'),
        who: t('desk.headWho'),
        where: t('joining.headPlace'),
        waited: t('joining.headWaited'),
        act: t('desk.headAct'),
      }}
      groups={[{ title: t('joining.deskCaption'), rows: useApplicationRows(rows, canGive) }]}
    />
  )
}
