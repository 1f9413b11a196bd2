import { Form } from '@remix-run/react'
import { useTranslator } from '~/platform/i18n/use-translator'

/** No message came: the button that sends another, and from when it will, in words. Pressed too early, it says so. */
export function ResendForm({ waitSeconds }: { waitSeconds: number }) {
  const { t } = useTranslator()
  return (
    <Form method="post" className="flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="intent" value="resend" />
      <button type="submit" className="link-line">
        {t('account.resend')}
      </button>
      {waitSeconds > 0 ? (
        <span className="quiet num nowrap">{t('account.resendIn', { seconds: waitSeconds })}</span>
      ) : null}
    </Form>
  )
}
