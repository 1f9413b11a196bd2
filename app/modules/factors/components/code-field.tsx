import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Field } from '~/ui/field'
import type { ShownCode } from '../find-shown-code.server'

type CodeFieldProps = {
  name: string
  label: string
  hint: string
  error: string | undefined
  /** what a demo shows in place of an app */
  shown: ShownCode | null
}

/** One field for a time code or a recovery code: it can be pasted, and is never remembered by the browser. */
export function CodeField({ name, label, hint, error, shown }: CodeFieldProps) {
  const { t } = useTranslator()
  return (
    <>
      {shown ? (
        <Banner tone="info" role="status" className="mb-5">
          {'code' in shown
            ? t('account.demoCode', { code: shown.code })
            : t('factors.demoWait', { seconds: shown.seconds })}
        </Banner>
      ) : null}
      <Field
        id={name}
        name={name}
        label={label}
        hint={hint}
        error={error}
        autoComplete="one-time-code"
        maxLength={40}
        required
        figures
        autoFocus
      />
    </>
  )
}
