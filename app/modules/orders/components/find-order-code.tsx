import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { CodeInput } from '~/ui/code-input'
import { Tick } from '~/ui/tick'

type FindOrderCodeProps = {
  pending: { number: string; phone: string; shownCode: string | null }
  /** signed in: a guest's order may become one of hers */
  canJoin: boolean
  failure: FormFailure | null
}

/** Second form: the six digits. */
export function FindOrderCode({ pending, canJoin, failure }: FindOrderCodeProps) {
  const { t, href } = useTranslator()
  return (
    <>
      <header className="page-head">
        <h1>{t('order.findCodeTitle')}</h1>
        <p>{t('order.findCodeSent', { phone: pending.phone })}</p>
      </header>
      {pending.shownCode ? (
        <Banner tone="info" role="status">
          {t('order.demoCode', { code: pending.shownCode })}
        </Banner>
      ) : null}
      <form method="post" className="till-form" noValidate>
        {failure?.formError ? (
          <Banner tone="wrong" role="alert">
            {failure.formError}
          </Banner>
        ) : null}
        <input type="hidden" name="intent" value="open" />
        <CodeInput
          id="code"
          name="code"
          label={t('order.findCodeLabel')}
          hint={t('order.findCodeHint')}
          error={failure?.errors.code}
          defaultValue={failure?.values.code}
        />
        {canJoin ? (
          <Tick
            type="checkbox"
            name="join"
            value="yes"
            defaultChecked={failure ? failure.values.join !== undefined : true}
          >
            {t('account.joinTick')}
          </Tick>
        ) : null}
        <div className="acts">
          <Button kind="seal" wide type="submit">
            {t('order.findOpen')}
          </Button>
        </div>
        <p>
          <a className="link link-line" href={href(paths.findOrder())}>
            {t('order.findAgain')}
          </a>
        </p>
      </form>
    </>
  )
}
