import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ButtonLink } from '~/ui/button-link'
import { Field } from '~/ui/field'
import type { SetUp } from '../find-set-up.server'
import { longestPassword, shortestPassword } from '../schema'
import { CodeField } from './code-field'

type StepProps = { failure: FormFailure | undefined }

/** The first step: a password. */
export function PasswordStep({ failure }: StepProps) {
  const { t } = useTranslator()
  return (
    <>
      <h1>{t('factors.setUpTitle')}</h1>
      <p>{t('factors.setUpLead')}</p>
      <Form method="post" noValidate className="mt-5">
        <FormError failure={failure} field="password" />
        <Field
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={longestPassword}
          required
          label={t('factors.newPassword')}
          hint={t('factors.newPasswordHint', { min: shortestPassword })}
          error={failure?.errors.password}
        />
        <Button kind="seal" wide name="intent" value="password">
          {t('factors.next')}
        </Button>
      </Form>
    </>
  )
}

/** The second: the app learns the secret and says a first code. */
export function AppStep({ setUp, failure }: StepProps & { setUp: Extract<SetUp, { step: 'app' }> }) {
  const { t } = useTranslator()
  return (
    <>
      <h1>{t('factors.appTitle')}</h1>
      <p>{t('factors.appLead')}</p>
      <img src={setUp.picture} alt={t('factors.picture')} width={200} height={200} className="my-5" />
      <p>{t('factors.typeSecret')}</p>
      <p className="num pb-5" data-secret>
        <b>{setUp.secret}</b>
      </p>
      <Form method="post" noValidate>
        <FormError failure={failure} field="code" />
        <CodeField
          name="code"
          label={t('factors.firstCode')}
          hint={t('factors.firstCodeHint')}
          error={failure?.errors.code}
          shown={null}
        />
        <Button kind="seal" wide name="intent" value="code">
          {t('factors.confirm')}
        </Button>
      </Form>
      <Form method="post" className="door-ways">
        <Button kind="text" name="intent" value="again">
          {t('factors.passwordAgain')}
        </Button>
      </Form>
    </>
  )
}

/** The last: ten codes, shown once. */
export function RecoveryStep({ codes, next }: { codes: readonly string[]; next: string }) {
  const { t } = useTranslator()
  return (
    <>
      <h1>{t('factors.recoveryTitle')}</h1>
      <p>{t('factors.recoveryLead')}</p>
      <ul aria-label={t('factors.recoveryList')} className="num my-5 grid gap-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <ButtonLink kind="seal" wide href={next}>
        {t('factors.recoveryDone')}
      </ButtonLink>
    </>
  )
}

function FormError({ failure, field }: StepProps & { field: string }) {
  if (!failure?.formError || failure.errors[field]) return null
  return (
    <Banner tone="wrong" role="alert" className="mb-5">
      {failure.formError}
    </Banner>
  )
}
