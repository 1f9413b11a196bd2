import { paths } from '~/paths'
import { dayOf } from '~/platform/calendar'
import { formatInstant, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { TextareaField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import { alertWords } from '../alert-kinds'
import type { AlertRow } from '../find-alerts.server'

/** What was wrong with the last note, and what was typed. */
export type NoteFailure = { alertId: string; error: string; typed: string }

type OpenProps = {
  rows: AlertRow[]
  failure: NoteFailure | null
  /** she may open the page of a shop */
  opensShops: boolean
}

/** What waits, the longest first, each with what to do and a place to say that it was done. */
export function OpenAlerts({ rows, failure, opensShops }: OpenProps) {
  const { t } = useTranslator()
  const columns: Column<AlertRow>[] = [
    ...useWhat(opensShops),
    {
      key: 'act',
      header: t('alert.columnDone'),
      cell: ({ id }) => <NoteBox id={id} failure={failure?.alertId === id ? failure : null} />,
    },
  ]
  return (
    <Table caption={t('alert.open')} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
  )
}

/** What was dealt with lately, and how. */
export function ClosedAlerts({ rows, opensShops }: Pick<OpenProps, 'rows' | 'opensShops'>) {
  const { t } = useTranslator()
  const columns: Column<AlertRow>[] = [
    ...useWhat(opensShops),
    { key: 'note', header: t('alert.columnDone'), cell: ({ note }) => <span lang="zh-CN">{note}</span> },
  ]
  return (
    <Table caption={t('alert.closed')} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
  )
}

function useWhat(opensShops: boolean): Column<AlertRow>[] {
  const { t, locale, href } = useTranslator()
  return [
    {
      key: 'what',
      header: t('alert.columnWhat'),
      rowHeader: true,
      cell: ({ kind, at, subjectId, word, staffName }) => (
        <>
          <span className="queue-title">{t(alertWords[kind].title)}</span>
          <span className="queue-note">{t(alertWords[kind].act)}</span>
          <span className="queue-note num">
            {formatInstant(locale, new Date(at))} · <Subject {...{ kind, subjectId, word, staffName }} />
          </span>
          {staffName ? (
            <a
              className="link link-line"
              href={href(paths.deskAudit({ who: staffName, from: dayOf(hourBefore(at)) }))}
            >
              {t('alert.toAudit')}
            </a>
          ) : null}
          {kind === 'owner_left' && opensShops ? (
            <a className="link link-line" href={href(paths.deskSeller({ sellerId: subjectId }))}>
              {t('alert.toShop')}
            </a>
          ) : null}
          {kind === 'dispute_opened' || kind === 'dispute_due' ? (
            <a className="link link-line" href={href(paths.deskDispute({ disputeId: subjectId }))}>
              {t('alert.toDispute')}
            </a>
          ) : null}
        </>
      ),
    },
    {
      key: 'amount',
      header: t('alert.columnAmount'),
      numeric: true,
      cell: ({ amountMinor, currency }) =>
        amountMinor === null ? null : (
          <span className="nowrap">
            {currency} {formatYuan(amountMinor)}
          </span>
        ),
    },
  ]
}

/** The span that an alert counts began an hour before it. */
const hourBefore = (at: string) => new Date(Date.parse(at) - 60 * 60 * 1000)

/** Whose: somebody of the staff and a shop by name, what stands in the books by its number there. */
function Subject({
  kind,
  subjectId,
  word,
  staffName,
}: Pick<AlertRow, 'kind' | 'subjectId' | 'word' | 'staffName'>) {
  const name = kind === 'card_changed' || kind === 'owner_left' ? word : staffName
  return name ? <span lang="zh-CN">{name}</span> : [word, subjectId].filter(Boolean).join(' · ')
}

function NoteBox({ id, failure }: { id: string; failure: NoteFailure | null }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('alert.close')} isOpen={failure !== null}>
      <DecideForm hidden={{ alertId: id }} act={t('alert.closeAct')}>
        <TextareaField
          id={`note-${id}`}
          name="note"
          label={t('alert.noteLabel')}
          hint={t('alert.noteHint')}
          defaultValue={failure?.typed}
          error={failure?.error}
          maxLength={500}
          required
        />
      </DecideForm>
    </Folded>
  )
}
