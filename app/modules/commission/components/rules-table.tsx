import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { RuleRow } from '../find-commission-rules.server'
import { rateText, ruleText } from '../rule-text'

type RulesTableProps = {
  caption: string
  rows: RuleRow[]
  /** rules that are asked, or will be, can be ended; null: those of the past cannot */
  ending: { tomorrow: string; failure: FormFailure | null } | null
}

/** Rules with what each is for, what it takes and when. */
export function RulesTable({ caption, rows, ending }: RulesTableProps) {
  const { t } = useTranslator()
  const columns = useColumns()
  const act: Column<RuleRow> = {
    key: 'act',
    header: t('commission.endTitle'),
    cell: (row) => (ending && isSpecial(row) ? <EndForm id={row.id} {...ending} /> : null),
  }
  const canEnd = ending !== null && rows.some(isSpecial)
  return (
    <Table
      caption={caption}
      captionHidden
      columns={canEnd ? [...columns, act] : columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  )
}

/** The rule for everything else never ends. */
const isSpecial = (row: RuleRow) => row.craft !== null || row.sellerKind !== null || row.campaign !== null

function useColumns(): Column<RuleRow>[] {
  const { t, locale } = useTranslator()
  return [
    {
      key: 'place',
      header: t('commission.columnPlace'),
      numeric: true,
      cell: ({ priority }) => <span className="num">{priority}</span>,
    },
    {
      key: 'for',
      header: t('commission.columnFor'),
      rowHeader: true,
      cell: (row) => (
        <>
          <span className="queue-title">{ruleText(row, t, locale)}</span>
          {row.note ? (
            <span className="queue-note" lang="zh-CN">
              {row.note}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'rate',
      header: t('commission.columnRate'),
      numeric: true,
      cell: ({ bps }) => rateText(bps, t),
    },
    {
      key: 'tax',
      header: t('commission.columnTax'),
      numeric: true,
      wideOnly: true,
      cell: ({ taxBps }) => rateText(taxBps, t),
    },
    {
      key: 'from',
      header: t('commission.columnFrom'),
      cell: ({ from, until }) => (
        <>
          <span className="num nowrap">{formatDay(locale, from, '')}</span>
          {until ? (
            <span className="queue-note num">
              {t('commission.untilDay', { day: formatDay(locale, until, '') })}
            </span>
          ) : null}
        </>
      ),
    },
  ]
}

type EndFormProps = { id: string; tomorrow: string; failure: FormFailure | null }

function EndForm({ id, tomorrow, failure }: EndFormProps) {
  const { t } = useTranslator()
  const own = failure?.values.ruleId === id ? failure : null
  return (
    <Folded summary={t('commission.endTitle')} isOpen={own !== null}>
      <DecideForm hidden={{ ruleId: id }} act={t('commission.endAct')} intent="end">
        <Field
          id={`end-${id}`}
          name="from"
          type="date"
          figures
          label={t('commission.endFrom')}
          defaultValue={own?.values.from ?? tomorrow}
          error={own?.errors.from}
          min={tomorrow}
          required
        />
      </DecideForm>
    </Folded>
  )
}
