import { paths } from '~/paths'
import { fieldFaults } from '~/platform/field-faults'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ErrorBanner } from '~/ui/error-banner'
import { Field } from '~/ui/field'

type FindOrderNumberProps = {
  /** those that this browser opens without a code; the day in words */
  here: readonly { number: string; day: string }[]
  /** signed in: the order may become one of hers */
  canJoin: boolean
  /** the order whose payment page led here */
  back: string | null
  failure: FormFailure | null
}

/** First form: order number and phone. */
export function FindOrderNumber({ here, canJoin, back, failure }: FindOrderNumberProps) {
  const { t, href } = useTranslator()
  const of = (name: string) => ({
    id: name,
    name,
    defaultValue: failure?.values[name],
    error: failure?.errors[name],
  })
  return (
    <>
      <header className="page-head">
        <h1>{t('order.findTitle')}</h1>
        <p>{t('order.findText')}</p>
      </header>
      {here.length > 0 ? (
        <section className="mb-8">
          <h2>{t('order.findHere')}</h2>
          <ul>
            {here.map(({ number, day }) => (
              <li key={number}>
                <a className="link-line num" href={href(paths.order({ number }))}>
                  {number}
                </a>{' '}
                <span className="small quiet">{t('order.findPlaced', { day })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <form method="post" className="till-form md:max-w-[36rem]" noValidate>
        {back ? (
          <Banner tone="info" role="status">
            {t('order.findBack')}
          </Banner>
        ) : null}
        <FindFaults failure={failure} />
        <input type="hidden" name="intent" value="send" />
        <Field
          {...of('number')}
          defaultValue={failure?.values.number ?? back ?? undefined}
          label={t('order.findNumber')}
          hint={t('order.findNumberHint')}
          figures
          autoComplete="off"
          maxLength={20}
          required
        />
        <Field
          {...of('phone')}
          label={t('order.phone')}
          figures
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          required
        />
        <div className="acts">
          <Button kind="seal" wide type="submit">
            {t('order.findSend')}
          </Button>
        </div>
        {canJoin ? (
          <p className="mt-5">{t('order.findJoins')}</p>
        ) : (
          <p className="mt-5">
            {t('order.findSignIn') + t('common.gap')}
            <a
              className="link link-line"
              href={`${href(paths.signIn())}?${new URLSearchParams({ returnTo: href(paths.findOrder()) })}`}
            >
              {t('order.findSignInLink')}
            </a>
          </p>
        )}
      </form>
    </>
  )
}

/** Each fault leads to its field; what lies with neither, such as too many codes, is said as it is. */
function FindFaults({ failure }: Pick<FindOrderNumberProps, 'failure'>) {
  const { t } = useTranslator()
  if (!failure) return null
  const labels = { number: t('order.findNumber'), phone: t('order.phone') }
  const faults = fieldFaults(failure.errors, labels, t)
  if (faults.length > 0)
    return (
      <ErrorBanner
        title={t('errors.fixFaults', { count: faults.length })}
        faults={faults}
        rest={t('errors.restKept')}
      />
    )
  return failure.formError ? (
    <Banner tone="wrong" role="alert">
      {failure.formError}
    </Banner>
  ) : null
}
