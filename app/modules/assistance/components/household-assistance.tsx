import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay, formatMoney, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { AssistanceRow, HouseholdAssistance } from '../find-assistance.server'

type Props = { assistance: HouseholdAssistance; failure: FormFailure | null }

/** What the household was given, apart from its income, and the form to enter more. */
export function HouseholdAssistanceSection({ assistance: { rows, totalFen, kinds }, failure }: Props) {
  const { t, locale } = useTranslator()
  const entering = failure?.intent === 'assistance' ? failure : null
  const columns: Column<AssistanceRow>[] = [
    {
      key: 'day',
      header: t('assistance.columnDay'),
      cell: ({ receivedOn }) => <span className="num nowrap">{formatDay(locale, receivedOn)}</span>,
    },
    {
      key: 'kind',
      header: t('assistance.columnKind'),
      rowHeader: true,
      cell: ({ kind, document }) => (
        <>
          {kind}
          <span className="queue-note num">{document}</span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('assistance.columnAmount'),
      numeric: true,
      cell: ({ amountFen, crossedOutWhy }) =>
        crossedOutWhy === null ? formatYuan(amountFen) : <s>{formatYuan(amountFen)}</s>,
    },
    {
      key: 'act',
      header: t('assistance.columnAct'),
      cell: (row) => <CrossOut row={row} failure={failure} />,
    },
  ]
  return (
    <section className="desk-section" id="assistance">
      <h2>{t('assistance.title')}</h2>
      <p className="quiet">{t('assistance.apart')}</p>
      {rows.length === 0 ? (
        <p className="quiet">{t('assistance.none')}</p>
      ) : (
        <>
          <p>{t('assistance.total', { money: formatMoney(locale, totalFen) })}</p>
          <Table
            caption={t('assistance.title')}
            captionHidden
            stacks
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </>
      )}
      <Folded summary={t('assistance.enter')} isOpen={entering !== null}>
        <DecideForm act={t('assistance.save')} intent="assistance">
          <SelectField
            id="kind"
            label={t('assistance.columnKind')}
            {...fieldOf(entering, 'kind')}
            choices={kinds.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <Field
            id="amount"
            label={t('assistance.columnAmount')}
            hint={t('assistance.amountHint')}
            inputMode="decimal"
            {...fieldOf(entering, 'amount')}
            required
          />
          <Field
            id="receivedOn"
            type="date"
            label={t('assistance.dayLabel')}
            {...fieldOf(entering, 'receivedOn')}
            required
          />
          <Field
            id="document"
            label={t('assistance.documentLabel')}
            {...fieldOf(entering, 'document')}
            maxLength={80}
            required
          />
        </DecideForm>
      </Folded>
    </section>
  )
}

function CrossOut({ row, failure }: { row: AssistanceRow; failure: FormFailure | null }) {
  const { t } = useTranslator()
  if (row.crossedOutWhy !== null) return t('assistance.crossedOut', { why: row.crossedOutWhy })
  const mine = failure?.values.assistanceId === row.id ? failure : null
  return (
    <Folded
      summary={
        <>
          {t('assistance.crossOut')}
          <span className="unseen"> {row.document}</span>
        </>
      }
      isOpen={mine !== null}
    >
      <DecideForm act={t('assistance.crossOut')} intent="cross-out" hidden={{ assistanceId: row.id }}>
        <Field
          id={`why-${row.id}`}
          label={t('assistance.why')}
          {...fieldOf(mine, 'why')}
          maxLength={200}
          required
        />
      </DecideForm>
    </Folded>
  )
}
