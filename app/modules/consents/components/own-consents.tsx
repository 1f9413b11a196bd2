import type { FormFailure } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { ConsentBox } from '~/ui/consent-box'
import { TextareaField } from '~/ui/field'
import type { OwnConsent } from '../find-own-consents.server'

type OwnConsentsProps = { consents: readonly OwnConsent[]; failure: FormFailure | null }

/** Each thing that may be shown, with one tap to take it back, or the box to agree; below it what she agreed to before. */
export function OwnConsents({ consents, failure }: OwnConsentsProps) {
  return consents.map((consent) => (
    <OneConsent
      key={consent.purpose}
      consent={consent}
      failure={failure?.values.purpose === consent.purpose ? failure : null}
    />
  ))
}

function OneConsent({ consent, failure }: { consent: OwnConsent; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const { purpose, isGiven, isOld, text } = consent
  const what = t(`consents.what_${purpose}`)
  return (
    <section className="studio-section" aria-labelledby={purpose}>
      <h2 id={purpose}>{what}</h2>
      <p className="pb-2">
        <Badge tone={isGiven ? 'done' : 'plain'}>{t(isGiven ? 'consents.given' : 'consents.notGiven')}</Badge>
      </p>
      {isGiven ? (
        <form method="post">
          <input type="hidden" name="purpose" value={purpose} />
          <Button size={68} wide name="intent" value="withdraw">
            {t('consents.withdraw', { what })}
          </Button>
        </form>
      ) : null}
      {isOld ? <p className="pt-3">{t('consents.isOld')}</p> : null}
      {!isGiven || isOld ? (
        <form method="post" noValidate className="pt-3">
          <input type="hidden" name="purpose" value={purpose} />
          {purpose === 'public_story' ? (
            <TextareaField
              id={`${purpose}-words`}
              name="words"
              label={t('consents.words')}
              hint={t('consents.wordsHint')}
              error={failure?.errors.words}
              defaultValue={failure?.values.words}
              rows={4}
              maxLength={200}
            />
          ) : null}
          <ConsentBox
            id={`${purpose}-textId`}
            name="textId"
            text={text}
            ticked={failure?.values.textId}
            error={failure?.errors.textId}
          >
            {t('consents.agree')}
          </ConsentBox>
          <Button name="intent" value="give" className="mt-3">
            {t('consents.give', { what })}
          </Button>
        </form>
      ) : null}
      <History consent={consent} />
    </section>
  )
}

function History({ consent: { history } }: { consent: OwnConsent }) {
  const { t, locale } = useTranslator()
  if (history.length === 0) return null
  return (
    <details className="pt-3">
      <summary className="link link-line inline-flex min-h-11 items-center">{t('consents.history')}</summary>
      <ul className="grid gap-3 pt-2">
        {history.map(({ id, version, title, body, givenAt, withdrawnAt }) => (
          <li key={id}>
            <b>{t('consents.version', { title, version })}</b>
            <p>{body}</p>
            <p className="quiet num">
              {t('consents.givenOn', { time: formatInstant(locale, new Date(givenAt)) })}
              {withdrawnAt
                ? ` · ${t('consents.withdrawnOn', { time: formatInstant(locale, new Date(withdrawnAt)) })}`
                : ''}
            </p>
          </li>
        ))}
      </ul>
    </details>
  )
}
