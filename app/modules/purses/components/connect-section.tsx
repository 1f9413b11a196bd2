import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { countryChoices, isConnectCountry, mainland } from '../connect-countries'
import type { ConnectView, Purse } from '../find-purses.server'
import { needsOf } from '../needs'

/** Her account with the payment provider: opening one, or how it stands and what is asked for. */
export function ConnectSection({ purse, failure }: { purse: Purse; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <>
      <h3>{t('card.connect')}</h3>
      {purse.connect ? (
        <ConnectState connect={purse.connect} purse={purse.purse} />
      ) : (
        <OpenForm purse={purse.purse} failure={failure?.values.purse === purse.purse ? failure : null} />
      )}
    </>
  )
}

function OpenForm({ purse, failure }: { purse: string; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="studio-form">
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
      <Button kind="line" name="intent" value="open">
        {t('card.connectOpen')}
      </Button>
    </form>
  )
}

function ConnectState({ connect, purse }: { connect: ConnectView; purse: string }) {
  const { t } = useTranslator()
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
    </>
  )
}
