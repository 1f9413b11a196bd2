import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import type { PersonChoice } from '../find-people.server'
import { JoinForm } from './join-form'

type Props = {
  find: string
  /** what is wrong with what was looked for */
  unasked: FormFailure | null
  people: PersonChoice[]
  today: Day
  failure: FormFailure | null
}

/** Somebody joins the household: found by name first, then recorded with day and evidence. */
export function JoinSection({ find, unasked, people, today, failure }: Props) {
  const { t } = useTranslator()
  const error = unasked?.errors.find
  return (
    <section className="desk-section" id="join">
      <h2>{t('household.join')}</h2>
      <p className="quiet">{t('household.joinText')}</p>
      <form className="desk-acts" action="#join" noValidate>
        <label htmlFor="find">{t('household.joinFind')}</label>
        <input
          className="box w-auto"
          id="find"
          name="find"
          defaultValue={unasked?.values.find ?? find}
          maxLength={40}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? 'find-error' : undefined}
          required
        />
        <Button>{t('household.find')}</Button>
      </form>
      {error ? <FieldError id="find-error">{error}</FieldError> : null}
      {find && people.length === 0 ? <p>{t('household.joinNobody', { words: find })}</p> : null}
      {people.length > 0 ? <JoinForm people={people} today={today} failure={failure} /> : null}
    </section>
  )
}
