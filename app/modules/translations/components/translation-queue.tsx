import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { QueuedText, TranslationQueue } from '../find-translations.server'
import { type QueueQuery, workStates } from '../schema'
import { kindTitle, stateTitle, stateTone } from '../translation-words'

type FilterProps = {
  query: QueueQuery
  counts: TranslationQueue['counts']
  crafts: readonly { code: string; name: string }[]
}

/** Which of the queue is looked at. */
export function TranslationFilter({ query, counts, crafts }: FilterProps) {
  const { t } = useTranslator()
  return (
    <form method="get" className="decide pb-4">
      <SelectField
        id="state"
        name="state"
        label={t('translation.filterState')}
        defaultValue={query.state ?? ''}
        choices={[
          { value: '', text: t('translation.all') },
          ...workStates.map((state) => ({ value: state, text: `${t(stateTitle[state])} ${counts[state]}` })),
        ]}
      />
      <SelectField
        id="craft"
        name="craft"
        label={t('translation.filterCraft')}
        defaultValue={query.craft ?? ''}
        choices={[
          { value: '', text: t('translation.all') },
          ...crafts.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <SelectField
        id="whose"
        name="whose"
        label={t('translation.filterWhose')}
        defaultValue={query.whose ?? ''}
        choices={[
          { value: '', text: t('translation.all') },
          { value: 'mine', text: t('translation.whose_mine') },
          { value: 'nobody', text: t('translation.whose_nobody') },
        ]}
      />
      <div className="decide-acts">
        <Button kind="line">{t('translation.filter')}</Button>
      </div>
    </form>
  )
}

/** The texts that wait, the longest first. */
export function TranslationTable({ rows }: { rows: QueuedText[] }) {
  const { t, href } = useTranslator()
  const columns: Column<QueuedText>[] = [
    {
      key: 'title',
      header: t('translation.columnText'),
      rowHeader: true,
      cell: ({ kind, subjectId, title }) => (
        <a className="link link-line" lang="zh-CN" href={href(paths.adminTranslation({ kind, subjectId }))}>
          {title}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('translation.columnState'),
      cell: ({ state, cameBack }) =>
        cameBack ? (
          <Badge tone="hers">{t('translation.sentBack')}</Badge>
        ) : (
          <Badge tone={stateTone[state]}>{t(stateTitle[state])}</Badge>
        ),
    },
    {
      key: 'craft',
      header: t('translation.columnCraft'),
      wideOnly: true,
      cell: ({ kind, craft }) => craft ?? t(kindTitle[kind]),
    },
    { key: 'days', header: t('translation.columnDays'), numeric: true, cell: ({ days }) => days },
    {
      key: 'holder',
      header: t('translation.columnHolder'),
      cell: ({ holder }) => (holder ? (holder.isMine ? t('translation.mine') : holder.name) : ''),
    },
  ]
  return (
    <Table
      caption={t('translation.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ subjectId }) => subjectId}
    />
  )
}
