import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { CodeInput } from '~/ui/code-input'

type CodeFormProps = {
  /** for how long a code is good */
  minutes: number
  failure: FormFailure | undefined
}

/** The second screen's form: six digits. */
export function CodeForm({ minutes, failure }: CodeFormProps) {
  const { t } = useTranslator()
  const error = failure?.errors.code
  return (
    <Form method="post" noValidate>
      {failure?.formError && !error ? (
        <Banner tone="wrong" role="alert" className="mb-5">
          {failure.formError}
        </Banner>
      ) : null}
      <CodeInput
        id="code"
        name="code"
        label={t('account.codeLabel')}
        hint={t('account.codeHint', { minutes })}
        error={error}
        defaultValue={failure?.intent === null ? failure.values.code : undefined}
        autoFocus
      />
      <Button kind="seal" wide>
        {t('account.enter')}
      </Button>
    </Form>
  )
}
