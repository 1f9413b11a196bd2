import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { Field, TextareaField } from '~/ui/field'

/** Hands the conversation in at the desk of reports. */
export function ReportTalk({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('messages.report')} isOpen={failure !== null}>
      <form method="post" className="talk-form" noValidate>
        <input type="hidden" name="intent" value="report" />
        <p>{t('messages.reportLead')}</p>
        {failure?.formError ? (
          <Banner tone="wrong" role="alert">
            {failure.formError}
          </Banner>
        ) : null}
        <TextareaField
          id="report"
          label={t('reports.words')}
          {...fieldOf(failure, 'report')}
          maxLength={2000}
          required
        />
        <Field
          id="contact"
          label={t('reports.contact')}
          hint={t('messages.reportContactHint')}
          {...fieldOf(failure, 'contact')}
          maxLength={100}
          required
        />
        <Button>{t('messages.reportAct')}</Button>
      </form>
    </Folded>
  )
}
