import { Fragment } from 'react'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { CodeInput } from '~/ui/code-input'
import { Tick, TickGroup } from '~/ui/tick'
import type { Closing } from '../find-open-matters.server'

type CloseFormProps = { closing: Closing; failure: FormFailure | null }

/** What goes, what the law keeps, what is still open; and, when nothing is, the way to close. */
export function CloseForm({ closing, failure }: CloseFormProps) {
  const { matters, hasPhone, hasShop, hasSharedShop, isApplying, isRegistered } = closing
  const { t, href } = useTranslator()
  return (
    <div className="reading">
      <p className="lead">{t(hasPhone ? 'closing.lead' : 'closing.leadMail')}</p>
      <h2>{t('closing.goneTitle')}</h2>
      <p>{t('closing.gone')}</p>
      {hasShop ? <p>{t('closing.goneShop')}</p> : null}
      {hasSharedShop ? <p>{t('closing.sharedShop')}</p> : null}
      {isApplying ? <p>{t('closing.isApplying')}</p> : null}
      <h2>{t('closing.keptTitle')}</h2>
      <p>{t('closing.kept')}</p>
      {hasShop ? <p>{t('closing.keptShop')}</p> : null}
      {isRegistered ? <p>{t('closing.keptRegister')}</p> : null}
      {matters.length > 0 ? (
        <Banner tone="wait" className="mt-6">
          <p>
            <b>{t('closing.openTitle')}</b>
          </p>
          <ul className="banner-faults">
            {matters.map(({ matter, orders }) => (
              <li key={matter}>
                {t(`closing.${matter}`)}
                {orders.map((number) => (
                  <Fragment key={number}>
                    {' '}
                    <a className="link num nowrap" href={href(paths.order({ number }))}>
                      {number}
                    </a>
                  </Fragment>
                ))}
                {matter === 'sales' && hasShop ? (
                  <>
                    {' '}
                    <a className="link" href={href(paths.studioCalendar())}>
                      {t('closing.toRest')}
                    </a>
                  </>
                ) : null}
                {matter === 'agent' ? (
                  <>
                    {' '}
                    <a className="link" href={href(paths.accountActing())}>
                      {t('closing.toAgent')}
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </Banner>
      ) : (
        <>
          {hasPhone ? (
            <form method="post" className="pt-6">
              <Button name="intent" value="code">
                {t('closing.sendCode')}
              </Button>
            </form>
          ) : null}
          <form method="post" className="pt-6" noValidate>
            {hasPhone ? (
              <CodeInput id="code" name="code" label={t('closing.code')} error={failure?.errors.code} />
            ) : (
              <p>{t('closing.freshSignIn')}</p>
            )}
            <TickGroup id="agreed" legend={t('closing.title')} error={failure?.errors.agreed}>
              <Tick type="checkbox" name="agreed" value="yes">
                {t('closing.ticked')}
              </Tick>
            </TickGroup>
            <Button kind="line" name="intent" value="close">
              {t('closing.confirm')}
            </Button>
          </form>
        </>
      )}
    </div>
  )
}
