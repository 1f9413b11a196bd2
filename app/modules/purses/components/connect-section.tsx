import type { ConsentText } from '~/modules/settings/find-text.server'
import { dayOf } from '~/platform/calendar'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ConsentBox } from '~/ui/consent-box'
import { Folded } from '~/ui/decide-form'
import { SelectField } from '~/ui/field'
import { countryChoices, isConnectCountry, mainland } from '../connect-countries'
import type { ConnectView, Purse } from '../find-purses.server'
import { needsOf } from '../needs'

type ConnectProps = { purse: Purse; abroadText: ConsentText; failure: FormFailure | null }

/** Her account with the payment provider: opening one, folded since most have no use for it, or how it stands and what is asked for. */
export function ConnectSection({ purse, abroadText, failure }: ConnectProps) {
  const { t } = useTranslator()
  const hers = failure?.values.purse === purse.purse ? failure : null
  if (purse.connect === null)
    return (
      <Folded summary={t('card.connectFold')} isOpen={hers !== null}>
        <OpenForm purse={purse.purse} abroadText={abroadText} failure={hers} />
      </Folded>
    )
  return (
    <>
      <h3>{t('card.connect')}</h3>
      {purse.connect.agreedAt === null ? (
        <AgreeForm
          purse={purse.purse}
          country={purse.connect.country}
          abroadText={abroadText}
          failure={hers}
        />
      ) : (
        <ConnectState connect={purse.connect} purse={purse.purse} agreedAt={purse.connect.agreedAt} />
      )}
    </>
  )
}

type FormProps = Pick<ConnectProps, 'abroadText' | 'failure'> & { purse: string }

function OpenForm({ purse, abroadText, failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <form method="post" className="studio-form" noValidate>
      <p className="studio-lead">{t('card.connectLead')}</p>
      <input type="hidden" name="purse" value={purse} />
      <SelectField
        id={`country-${purse}`}
        label={t('card.connectCountry')}
        {...fieldOf(failure, 'country', mainland)}
        choices={countryChoices.map((country) => ({
          value: country,
          text: t(`card.country_${country}`),
        }))}
      />
      <AbroadTick purse={purse} abroadText={abroadText} failure={failure} />
      <Button kind="line" name="intent" value="open">
        {t('card.connectOpen')}
      </Button>
    </form>
  )
}

/** She has not agreed that her details go there, or has taken it back: an account that stays unused until she does. */
function AgreeForm({ purse, country, abroadText, failure }: FormProps & { country: string }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="studio-form" noValidate>
      <p className="studio-lead">{t('card.abroadWithdrawn')}</p>
      <input type="hidden" name="purse" value={purse} />
      <input type="hidden" name="country" value={country} />
      <AbroadTick purse={purse} abroadText={abroadText} failure={failure} />
      <Button kind="line" name="intent" value="agree">
        {t('card.abroadAgreeAgain')}
      </Button>
    </form>
  )
}

function AbroadTick({ purse, abroadText, failure }: FormProps) {
  const { t } = useTranslator()
  return (
    <ConsentBox
      id={`abroadTextId-${purse}`}
      name="abroadTextId"
      text={abroadText}
      ticked={failure?.values.abroadTextId}
      error={failure?.errors.abroadTextId}
    >
      {t('card.abroadAgree')}
    </ConsentBox>
  )
}

type StateProps = { connect: ConnectView; purse: string; agreedAt: string }

function ConnectState({ connect, purse, agreedAt }: StateProps) {
  const { t, locale } = useTranslator()
  const { country, state, requirements } = connect
  const needs = state === 'disabled' ? [] : needsOf(requirements)
  return (
    <>
      <p>
        {isConnectCountry(country)
          ? t('card.connectPlace', { country: t(`card.country_${country}`) })
          : country}
      </p>
      <p>
        <b>{t(`card.connect_${state}`)}</b>
      </p>
      {needs.length > 0 ? (
        <>
          <p>{t('card.connectNeeds')}</p>
          <ul className="needs">
            {needs.map(({ key, name }) => (
              <li key={name}>{t(key, { name })}</li>
            ))}
          </ul>
        </>
      ) : null}
      {state === 'disabled' ? null : (
        <form method="post">
          <input type="hidden" name="purse" value={purse} />
          <Button kind="line" name="intent" value="onboard">
            {t('card.connectContinue')}
          </Button>
        </form>
      )}
      <form method="post">
        <p className="studio-lead">
          {t('card.abroadAgreed', { day: formatDay(locale, dayOf(new Date(agreedAt))) })}
        </p>
        <input type="hidden" name="purse" value={purse} />
        <Button kind="text" name="intent" value="withdraw">
          {t('card.abroadWithdraw')}
        </Button>
      </form>
    </>
  )
}
