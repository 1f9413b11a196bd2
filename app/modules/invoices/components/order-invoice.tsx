import { fieldFaults } from '~/platform/field-faults'
import type { FormFailure } from '~/platform/form.server'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ErrorBanner } from '~/ui/error-banner'
import type { OrderInvoiceView } from '../find-order-invoice.server'
import { InvoiceInputs } from './invoice-fields'

type OrderInvoiceProps = { invoice: OrderInvoiceView | null; failure: FormFailure | null }

/** The invoice on an order's page: what was asked, and a form to ask or to correct until it is issued. */
export function OrderInvoice({ invoice, failure }: OrderInvoiceProps) {
  const { t, locale } = useTranslator()
  const issued = invoice?.issued
  return (
    <section className="order-part" id="invoice">
      <h2>{t('invoice.orderTitle')}</h2>
      {invoice ? <InvoiceWords invoice={invoice} /> : <p>{t('invoice.notAsked')}</p>}
      {issued ? (
        <p>
          {t('invoice.issued', {
            day: formatDay(locale, issued.day),
            number: issued.number,
            amount: formatMoney(locale, issued.amountFen),
            email: invoice.email,
          })}
        </p>
      ) : (
        <form method="post" className="no-print mt-4" noValidate>
          <input type="hidden" name="intent" value="invoice" />
          <InvoiceInputs
            failure={failure}
            values={failure?.values ?? valuesOf(invoice)}
            isAsked={invoice !== null}
          >
            <div className="mb-5">
              <Button size={44}>{t('invoice.save')}</Button>
              <p className="field-hint">{t('invoice.amountNote')}</p>
            </div>
          </InvoiceInputs>
        </form>
      )}
    </section>
  )
}

/** At the head of the page, what is wrong in the form further down: each fault is a way to its field. */
export function InvoiceFaults({ errors }: Pick<FormFailure, 'errors'>) {
  const { t } = useTranslator()
  const labels = {
    invoiceKind: undefined,
    invoiceTitle: t('invoice.title'),
    taxNumber: undefined,
    invoiceEmail: t('invoice.email'),
  }
  const faults = fieldFaults(errors, labels, t)
  return (
    <ErrorBanner
      title={t('errors.fixFaults', { count: faults.length })}
      faults={faults}
      rest={t('errors.restKept')}
    />
  )
}

function InvoiceWords({ invoice }: { invoice: OrderInvoiceView }) {
  const { t } = useTranslator()
  return (
    <>
      {invoice.issued ? null : (
        <p>
          {t('invoice.asked', {
            kind: t(invoice.kind === 'company' ? 'invoice.kindCompany' : 'invoice.kindPersonal'),
          })}
        </p>
      )}
      <p>
        {t('invoice.to', { title: invoice.title })}
        {invoice.taxNumber ? (
          <>
            <br />
            <span className="num">{t('invoice.taxNumberIs', { taxNumber: invoice.taxNumber })}</span>
          </>
        ) : null}
      </p>
    </>
  )
}

function valuesOf(invoice: OrderInvoiceView | null): Record<string, string> {
  if (!invoice) return {}
  return {
    invoiceKind: invoice.kind,
    invoiceTitle: invoice.title,
    taxNumber: invoice.taxNumber ?? '',
    invoiceEmail: invoice.email,
  }
}
