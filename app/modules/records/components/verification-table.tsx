import { ClaimCell } from '~/modules/claims/components/claim-cell'
import { isFree, WorkTick } from '~/modules/claims/components/work-tick'
import type { Work } from '~/modules/claims/find-work.server'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { type Column, Table } from '~/ui/table'
import type { DueVerification } from '../find-verifications.server'
import { checkManyForm } from './check-many'

/** What no colleague is on, where it can be given away or its owner has confirmed it. */
export function isTickable({ renewalId, claim }: DueVerification, { colleagues }: Work): boolean {
  return isFree(claim) && (renewalId !== null || colleagues.length > 0)
}

/** Shops to look at again; where she has confirmed, one tap checks it. */
export function VerificationTable({ due, work }: { due: readonly DueVerification[]; work: Work }) {
  const { t, locale, href } = useTranslator()
  const inWords = (words: { zh: string; en: string }) => (locale === 'en' ? words.en : words.zh)
  const columns: Column<DueVerification>[] = [
    {
      key: 'shop',
      header: t('records.headShop'),
      rowHeader: true,
      cell: (row) => (
        <>
          {isTickable(row, work) ? (
            <WorkTick
              form={checkManyForm}
              value={`${row.sellerId}:${row.renewalId ?? ''}`}
              label={t('records.tick', { name: inWords(row.name) })}
            />
          ) : null}
          <a className="link" href={href(paths.deskSeller({ sellerId: row.sellerId }))}>
            {inWords(row.name)}
          </a>
        </>
      ),
    },
    { key: 'place', header: t('records.headPlace'), wideOnly: true, cell: ({ place }) => inWords(place) },
    {
      key: 'until',
      header: t('records.headUntil'),
      cell: ({ until, isOver, daysLeft, renewalId }) => (
        <>
          <span className="nowrap">{formatDay(locale, until, '')}</span>
          <span className="queue-note">
            {isOver ? t('records.isOver') : t('records.daysLeft', { count: daysLeft })}
          </span>
          {renewalId ? <span className="queue-note">{t('records.hersDone')}</span> : null}
        </>
      ),
    },
    {
      key: 'who',
      header: t('claims.filterWhose'),
      cell: ({ sellerId, name }) => <ClaimCell subjectId={sellerId} title={inWords(name)} work={work} />,
    },
    {
      key: 'act',
      header: t('desk.headAct'),
      act: true,
      cell: ({ renewalId, name, claim }) =>
        claim && !claim.isMine ? null : renewalId ? (
          <form method="post">
            <input type="hidden" name="renewalId" value={renewalId} />
            <Button name="intent" value="check" aria-label={`${t('records.check')} ${inWords(name)}`}>
              {t('records.check')}
            </Button>
          </form>
        ) : (
          <span className="quiet">{t('records.hersFirst')}</span>
        ),
    },
  ]
  return (
    <Table
      caption={t('records.dueTitle')}
      captionHidden
      columns={columns}
      rows={due}
      rowKey={({ sellerId }) => sellerId}
      stacks
    />
  )
}
