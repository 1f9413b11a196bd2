import type { FormFailure } from '~/platform/form.server'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { RateRow } from '../find-postage.server'
import { trackedWords, weightWords, wordOf } from '../problem-words'

type RateTableProps = {
  caption: string
  rows: readonly RateRow[]
  /** rates of now can be ended; null: those to come cannot */
  ending: { tomorrow: string; failure: FormFailure | null } | null
}

/** What each service asks in each zone. */
export function RateTable({ caption, rows, ending }: RateTableProps) {
  const { t } = useTranslator()
  const columns = useColumns()
  const act: Column<RateRow> = {
    key: 'act',
    header: t('abroad.end'),
    cell: (row) => (ending && row.until === null ? <EndForm id={row.id} {...ending} /> : null),
  }
  return (
    <Table
      caption={caption}
      captionHidden
      columns={ending ? [...columns, act] : columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

function useColumns(): Column<RateRow>[] {
  const { t, locale } = useTranslator()
  const per = (grams: number, fen: number) =>
    t('abroad.per', { weight: weightWords(grams, t), amount: formatMoney(locale, fen) })
  return [
    {
      key: 'zone',
      header: t('abroad.zone'),
      rowHeader: true,
      cell: ({ zone, service, isTracked }) => (
        <>
          <span className="queue-title">{wordOf(locale, zone)}</span>
          <span className="queue-note">{t(`abroad.service_${service}`)}</span>
          <span className="queue-note">{trackedWords(isTracked, t)}</span>
        </>
      ),
    },
    {
      key: 'first',
      header: t('abroad.first'),
      numeric: true,
      cell: ({ firstGrams, firstFen }) => per(firstGrams, firstFen),
    },
    {
      key: 'step',
      header: t('abroad.step'),
      numeric: true,
      cell: ({ stepGrams, stepFen }) => per(stepGrams, stepFen),
    },
    {
      key: 'most',
      header: t('abroad.most'),
      numeric: true,
      wideOnly: true,
      cell: ({ mostGrams }) => weightWords(mostGrams, t),
    },
    {
      key: 'days',
      header: t('abroad.days'),
      numeric: true,
      wideOnly: true,
      cell: ({ daysFrom, daysTo }) => t('abroad.daysRange', { from: daysFrom, to: daysTo }),
    },
    {
      key: 'from',
      header: t('abroad.from'),
      cell: ({ from, until }) => (
        <>
          <span className="num nowrap">{formatDay(locale, from, '')}</span>
          {until ? (
            <span className="queue-note num">{t('abroad.until', { day: formatDay(locale, until, '') })}</span>
          ) : null}
        </>
      ),
    },
  ]
}

function EndForm({ id, tomorrow, failure }: { id: string; tomorrow: string; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const own = failure?.values.rateId === id ? failure : null
  return (
    <Folded summary={t('abroad.end')} isOpen={own !== null}>
      <DecideForm hidden={{ rateId: id }} act={t('abroad.endAct')} intent="end">
        <Field
          id={`end-${id}`}
          name="from"
          type="date"
          figures
          label={t('abroad.endFrom')}
          defaultValue={own?.values.from ?? tomorrow}
          error={own?.errors.from}
          min={tomorrow}
          required
        />
      </DecideForm>
    </Folded>
  )
}
