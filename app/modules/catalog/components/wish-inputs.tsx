import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ErrorBanner } from '~/ui/error-banner'
import { Field } from '~/ui/field'
import type { WishView } from '../wishes'

type WishInputsProps = { wishes: readonly WishView[]; failure: FormFailure | null }

const textName = (at: number) => `answers[${at}].text`

/** What the maker asks of whoever wants one, answered before it goes into the basket. */
export function WishInputs({ wishes, failure }: WishInputsProps) {
  const { t } = useTranslator()
  return (
    <>
      {wishes.map(({ id, label, lang, hint, maxLength, isRequired }, at) => (
        <div key={id} className="mt-4" lang={lang ?? undefined}>
          <input type="hidden" name={`answers[${at}].wishId`} value={id} />
          <Field
            id={textName(at)}
            name={textName(at)}
            label={label}
            mark={isRequired ? undefined : t('common.optional')}
            hint={[hint, t('shop.wishLongest', { count: maxLength })].filter(Boolean).join(t('common.gap'))}
            error={failure?.errors[textName(at)]}
            defaultValue={failure?.values[textName(at)]}
            required={isRequired}
            autoComplete="off"
          />
        </div>
      ))}
    </>
  )
}

/** What is wrong, above the form that came back. */
export function BuyFaults({ failure }: { failure: FormFailure }) {
  const { t } = useTranslator()
  const faults = Object.entries(failure.errors).map(([fieldId, text]) => ({ fieldId, text }))
  if (faults.length > 0)
    return <ErrorBanner title={t('errors.checkFields', { count: faults.length })} faults={faults} rest={''} />
  return (
    <Banner tone="wrong" role="alert" opensPage>
      <p>{failure.formError}</p>
    </Banner>
  )
}
