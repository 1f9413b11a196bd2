import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

type PhoneFormProps = {
  /** where to go afterwards; '/' for nowhere in particular */
  returnTo: string
  /** the number of a sign-in under way in this browser */
  phone: string
  failure: FormFailure | undefined
}

/** The first screen: a number, and a message goes to it. */
export function PhoneForm({ returnTo, phone, failure }: PhoneFormProps) {
  const { t } = useTranslator()
  const error = failure?.errors.phone
  return (
    <Form method="post" noValidate>
      {failure?.formError && !error ? (
        <Banner tone="wrong" role="alert" className="mb-5">
          {failure.formError}
        </Banner>
      ) : null}
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field
        id="phone"
        name="phone"
        type="tel"
        autoComplete="tel-national"
        maxLength={30}
        required
        figures
        label={t('account.phone')}
        hint={t('account.phoneHint')}
        error={error}
        defaultValue={failure?.values.phone ?? phone}
      />
      <Button kind="seal" wide>
        {t('account.sendCode')}
      </Button>
    </Form>
  )
}
