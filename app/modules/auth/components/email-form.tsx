import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

type EmailFormProps = { returnTo: string; failure: FormFailure | undefined; isFirst: boolean }

/** For buyers abroad: an address, and a link goes to it. */
export function EmailForm({ returnTo, failure, isFirst }: EmailFormProps) {
  const { t } = useTranslator()
  const error = failure?.errors.email
  return (
    <Form method="post" noValidate className={isFirst ? undefined : 'mt-6'}>
      {failure?.formError && !error ? (
        <Banner tone="wrong" role="alert" className="mb-5">
          {failure.formError}
        </Banner>
      ) : null}
      <input type="hidden" name="returnTo" value={returnTo} />
      <Field
        id="email"
        name="email"
        type="email"
        autoComplete="email"
        maxLength={100}
        required
        label={t('mail.email')}
        hint={t('mail.emailHint')}
        error={error}
        defaultValue={failure?.values.email}
      />
      <Button kind={isFirst ? 'seal' : 'line'} wide name="intent" value="email">
        {t('mail.sendLink')}
      </Button>
    </Form>
  )
}
