import type { ReactNode } from 'react'
import type { FormFailure } from '~/platform/form.server'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'

type InvoiceInputsProps = {
  failure: FormFailure | null
  /** what she typed before, or what was asked for */
  values: Readonly<Record<string, string | undefined>>
  /** it was asked for already: folded under what is pressed to change it */
  isAsked?: boolean
  /** below the fields, folded with them: the button of a form that is about the invoice alone */
  children?: ReactNode
}

const kinds: readonly { kind: string; text: MessageKey }[] = [
  { kind: 'none', text: 'invoice.none' },
  { kind: 'personal', text: 'invoice.personal' },
  { kind: 'company', text: 'invoice.company' },
]

/** To whom the invoice is made out and where it is sent. Folded until somebody wants one. */
export function InvoiceInputs({ failure, values, isAsked = false, children }: InvoiceInputsProps) {
  const { t } = useTranslator()
  const chosen = values.invoiceKind
  const of = (name: string) => ({ id: name, name, defaultValue: values[name], error: failure?.errors[name] })
  const hasFault = ['invoiceKind', 'invoiceTitle', 'taxNumber', 'invoiceEmail'].some(
    (name) => failure?.errors[name],
  )
  return (
    <details
      className="mb-5 border-y border-line"
      open={(chosen !== undefined && chosen !== 'none' && !isAsked) || hasFault}
    >
      <summary className="min-h-[3.25rem] cursor-pointer py-3">
        {t(isAsked ? 'invoice.change' : 'invoice.legend')}
      </summary>
      <div className="pb-1">
        <TickGroup
          id="invoiceKind"
          legend={t('invoice.kindLegend')}
          error={failure?.errors.invoiceKind}
          inline
        >
          {kinds.map(({ kind, text }) => (
            <Tick key={kind} type="radio" name="invoiceKind" value={kind} defaultChecked={chosen === kind}>
              {t(text)}
            </Tick>
          ))}
        </TickGroup>
        <Field
          {...of('invoiceTitle')}
          label={t('invoice.title')}
          hint={t('invoice.titleHint')}
          autoComplete="organization"
          maxLength={100}
        />
        <div className="pair">
          <Field
            {...of('taxNumber')}
            label={t('invoice.taxNumber')}
            hint={t('invoice.taxNumberHint')}
            figures
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={30}
          />
          <Field
            {...of('invoiceEmail')}
            label={t('invoice.email')}
            hint={t('invoice.emailHint')}
            type="email"
            autoComplete="email"
            maxLength={100}
          />
        </div>
        {children}
      </div>
    </details>
  )
}
