import { Form } from '@remix-run/react'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { CodeInput } from '~/ui/code-input'
import { Field } from '~/ui/field'
import { PinField } from './pin-field'

type JoinFormsProps = {
  /** a code is on its way */
  isSent: boolean
  /** the code that a demo shows */
  shown: string | null
  minutes: number
  failure: FormFailure | null
}

/** First her number, then the code that came to it and the PIN she chooses. */
export function JoinForms({ isSent, shown, minutes, failure }: JoinFormsProps) {
  const { t } = useTranslator()
  if (!isSent)
    return (
      <Form method="post" noValidate reloadDocument className="max-w-[30rem]">
        <Field
          id="phone"
          name="phone"
          type="tel"
          autoComplete="off"
          maxLength={30}
          required
          figures
          label={t('point.joinPhone')}
          hint={t('point.joinPhoneHint')}
          error={failure?.errors.phone}
          defaultValue={failure?.values.phone}
        />
        <Button kind="seal" wide>
          {t('point.sendCode')}
        </Button>
      </Form>
    )
  return (
    <>
      {shown ? (
        <Banner tone="info" role="status" className="mb-5">
          {t('account.demoCode', { code: shown })}
        </Banner>
      ) : null}
      <Form method="post" noValidate reloadDocument className="max-w-[30rem]">
        <CodeInput
          id="code"
          name="code"
          label={t('account.codeLabel')}
          hint={t('account.codeHint', { minutes })}
          error={failure?.errors.code}
          defaultValue={failure?.values.code}
        />
        <PinField
          id="pin"
          name="pin"
          label={t('point.newPin')}
          hint={t('point.newPinHint')}
          error={failure?.errors.pin}
        />
        <PinField id="again" name="again" label={t('point.again')} error={failure?.errors.again} />
        <Button kind="seal" wide>
          {t('point.joinEnter')}
        </Button>
      </Form>
      <Form method="post" reloadDocument className="pt-4">
        <Button kind="text" name="intent" value="other">
          {t('point.otherNumber')}
        </Button>
      </Form>
    </>
  )
}
