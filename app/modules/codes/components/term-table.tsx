import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { type Column, Table } from '~/ui/table'
import type { TermRow } from '../find-codes.server'

/** The terms of one code table with their days, what they were called before and what became of them. */
export function TermTable({ caption, rows }: { caption: string; rows: TermRow[] }) {
  const { t, locale, href } = useTranslator()
  const columns: Column<TermRow>[] = [
    {
      key: 'name',
      header: t('codes.columnName'),
      rowHeader: true,
      cell: ({ id, code, nameZh, nameEn }) => (
        <>
          <a className="link link-line" href={href(paths.adminCode({ termId: id }))}>
            {nameZh}
          </a>
          <span className="queue-note">
            {nameEn} · <span className="num">{code}</span>
          </span>
        </>
      ),
    },
    {
      key: 'former',
      header: t('places.columnFormer'),
      wideOnly: true,
      cell: ({ formerNames }) => formerNames.join(t('places.comma')),
    },
    {
      key: 'from',
      header: t('codes.validFrom'),
      wideOnly: true,
      cell: ({ validFrom }) => formatDay(locale, validFrom, ''),
    },
    {
      key: 'state',
      header: t('codes.columnState'),
      cell: (row) => <TermStanding term={row} />,
    },
    { key: 'uses', header: t('codes.columnUses'), numeric: true, wideOnly: true, cell: ({ uses }) => uses },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
}

/** Whether a term is in use, until when, and into what it was merged. */
export function TermStanding({ term }: { term: TermRow }) {
  const { t, locale } = useTranslator()
  const { standing, validTo, mergedInto, mergedOn } = term
  const day = validTo ? formatDay(locale, validTo, '') : ''
  if (standing === 'merged' && mergedInto && mergedOn)
    return (
      <>
        <Badge tone="plain">{t('codes.isMerged')}</Badge>
        <span className="queue-note break-words">
          {t('codes.mergedInto', {
            name: locale === 'en' ? mergedInto.nameEn : mergedInto.nameZh,
            day: formatDay(locale, mergedOn, ''),
          })}
        </span>
      </>
    )
  if (standing === 'ended')
    return (
      <>
        <Badge tone="plain">{t('codes.hasEnded')}</Badge>
        <span className="queue-note">{t('codes.endedOn', { day })}</span>
      </>
    )
  if (standing === 'later') return <Badge tone="waiting">{t('codes.later')}</Badge>
  return validTo ? (
    <>
      <Badge tone="waiting">{t('codes.inUseNow')}</Badge>
      <span className="queue-note">{t('codes.endsOn', { day })}</span>
    </>
  ) : (
    <Badge tone="done">{t('codes.inUseNow')}</Badge>
  )
}
