import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

/** Number and password. A refused password is typed again, everything else stays. */
export function StaffSignInForm({
  returnTo,
  failure,
}: {
  returnTo: string
  failure: FormFailure | undefined
}) {
  const { t } = useTranslator()
  const hasFieldError = failure !== undefined && Object.keys(failure.errors).length > 0
  return (
    <Form method="post" noValidate>
      {failure?.formError && !hasFieldError ? (
        <Banner tone="wrong" role="alert" className="mb-5">
          {failure.formError}
        </Banner>
      ) : null}
      <input type="hidden" name="returnTo" value={failure?.values.returnTo ?? returnTo} />
      <Field
        id="phone"
        name="phone"
        type="tel"
        autoComplete="username"
        maxLength={30}
        required
        figures
        label={t('account.phone')}
        error={failure?.errors.phone}
        defaultValue={failure?.values.phone}
      />
      <Field
        id="password"
        name="password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        required
        label={t('factors.password')}
        hint={t('factors.passwordHere')}
        error={failure?.errors.password}
      />
      <Button kind="seal" wide>
        {t('factors.next')}
      </Button>
    </Form>
  )
}
