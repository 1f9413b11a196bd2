import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ErrorBanner } from '~/ui/error-banner'
import { fieldTitle } from '../listing-texts'
import type { StepForm } from '../step-form'

/** What stands above a step's form after it came back: what to change, what is still missing, or that another page was quicker. */
export function FormFaults({ form }: { form: StepForm }) {
  const { t } = useTranslator()
  if (form.isStale) {
    return (
      <Banner tone="wrong" role="alert">
        <p>
          <b>{t('studio.staleTitle')}</b>
        </p>
        <p>{t('studio.staleText')}</p>
      </Banner>
    )
  }
  const faults = Object.entries(form.errors).map(([fieldId, said]) => {
    const title = titleOf(fieldId)
    return { fieldId, text: title ? t('studio.faultOf', { field: t(title), text: said }) : said }
  })
  const count = faults.length
  if (count > 0) {
    return (
      <ErrorBanner
        title={form.isSaved ? t('studio.faultsTitle', { count }) : t('studio.formFaultsTitle', { count })}
        faults={faults}
        rest={form.isSaved ? t('studio.faultsKept') : t('studio.formFaultsKept')}
      />
    )
  }
  if (!form.formError) return null
  return (
    <Banner tone="wrong" role="alert">
      {form.formError}
    </Banner>
  )
}

/** What a field of the form is called; a price of one variant has its label right above it. */
function titleOf(fieldId: string): MessageKey | undefined {
  const titles: Readonly<Record<string, MessageKey>> = { ...fieldTitle, price: fieldTitle.priceFen }
  return titles[fieldId]
}
