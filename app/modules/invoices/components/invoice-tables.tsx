import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay, formatYuan } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { type Column, Table } from '~/ui/table'
import type { IssuedInvoice, WaitingInvoice } from '../find-invoices.server'
import type { InvoiceContent } from '../schema'

type WaitingProps = {
  rows: WaitingInvoice[]
  today: string
  /** to whom one of them is made out: shown once, after it was asked for */
  opened: (InvoiceContent & { orderId: string }) | null
  failure: FormFailure | null
}

/** To be issued: how much, to whom (on asking), and the place to say that it was done. */
export function WaitingInvoices({ rows, today, opened, failure }: WaitingProps) {
  const { t, locale } = useTranslator()
  const columns: Column<WaitingInvoice>[] = [
    {
      key: 'order',
      header: t('invoice.columnOrder'),
      rowHeader: true,
      cell: ({ orderNumber, askedOn, kind }) => (
        <>
          <b className="num nowrap">{orderNumber}</b>
          <span className="queue-note">
            {t(kind === 'company' ? 'invoice.kindCompany' : 'invoice.kindPersonal')} ·{' '}
            {t('invoice.askedOn', { day: formatDay(locale, askedOn) })}
          </span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('invoice.columnAmount'),
      numeric: true,
      cell: ({ amountFen }) => <span className="nowrap">{formatYuan(amountFen)}</span>,
    },
    {
      key: 'act',
      header: t('invoice.columnAct'),
      cell: (row) => (
        <>
          {opened?.orderId === row.orderId ? (
            <p role="status">
              {opened.taxNumber
                ? t('invoice.opened', { ...opened, taxNumber: opened.taxNumber })
                : t('invoice.openedPersonal', { title: opened.title, email: opened.email })}
            </p>
          ) : (
            <form method="post">
              <input type="hidden" name="orderId" value={row.orderId} />
              <Button kind="text" name="intent" value="open">
                {t('invoice.open')}
              </Button>
            </form>
          )}
          <IssueFields row={row} today={today} failure={failure} />
        </>
      ),
    },
  ]
  return (
    <Table
      caption={t('invoice.waiting')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ orderId }) => orderId}
    />
  )
}

function IssueFields({
  row,
  today,
  failure,
}: {
  row: WaitingInvoice
  today: string
  failure: FormFailure | null
}) {
  const { t } = useTranslator()
  const { orderId, amountFen } = row
  const own = failure?.intent === 'issue' && failure.values.orderId === orderId ? failure : null
  return (
    <Folded summary={t('invoice.note')} isOpen={own !== null}>
      <DecideForm act={t('invoice.issue')} intent="issue" hidden={{ orderId, amountFen: String(amountFen) }}>
        <Field
          id={`number-${orderId}`}
          label={t('invoice.number')}
          hint={t('invoice.numberHint')}
          {...fieldOf(own, 'number')}
          inputMode="numeric"
          maxLength={30}
          figures
          required
        />
        <Field
          id={`issuedOn-${orderId}`}
          type="date"
          label={t('invoice.issuedOn')}
          {...fieldOf(own, 'issuedOn', today)}
          max={today}
          figures
          required
        />
      </DecideForm>
    </Folded>
  )
}

/** The last ones issued; what was given back since then has to be corrected by a red one. */
export function IssuedInvoices({ rows }: { rows: IssuedInvoice[] }) {
  const { t, locale } = useTranslator()
  const columns: Column<IssuedInvoice>[] = [
    {
      key: 'order',
      header: t('invoice.columnOrder'),
      rowHeader: true,
      cell: ({ orderNumber, sinceFen }) => (
        <>
          <b className="num nowrap">{orderNumber}</b>
          {sinceFen > 0 ? (
            <span className="queue-note">{t('invoice.since', { amount: formatYuan(sinceFen) })}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'number',
      header: t('invoice.columnNumber'),
      cell: ({ number }) => <span className="num">{number}</span>,
    },
    {
      key: 'day',
      header: t('invoice.columnDay'),
      cell: ({ day }) => <span className="num nowrap">{formatDay(locale, day)}</span>,
    },
    {
      key: 'amount',
      header: t('invoice.columnAmount'),
      numeric: true,
      cell: ({ amountFen }) => <span className="nowrap">{formatYuan(amountFen)}</span>,
    },
  ]
  return (
    <Table
      caption={t('invoice.issuedList')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ orderId }) => orderId}
    />
  )
}
