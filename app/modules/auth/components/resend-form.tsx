import { Form } from '@remix-run/react'
import { useTranslator } from '~/platform/i18n/use-translator'

/** No message came: how long to wait, in words, and the button that sends another. */
export function ResendForm({ waitSeconds }: { waitSeconds: number }) {
  const { t } = useTranslator()
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="resend" />
      {waitSeconds > 0 ? (
        <span className="num">{t('account.resendIn', { seconds: waitSeconds })}</span>
      ) : (
        <button type="submit">{t('account.resend')}</button>
      )}
    </Form>
  )
}
