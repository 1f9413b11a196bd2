import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { PersonChoice } from '../find-people.server'
import { JoinForm } from './join-form'

type Props = { find: string; people: PersonChoice[]; today: Day; failure: FormFailure | null }

/** Somebody joins the household: found by name first, then recorded with day and evidence. */
export function JoinSection({ find, people, today, failure }: Props) {
  const { t } = useTranslator()
  return (
    <section className="desk-section" id="join">
      <h2>{t('household.join')}</h2>
      <p className="quiet">{t('household.joinText')}</p>
      <form className="desk-acts" action="#join">
        <label htmlFor="find">{t('household.joinFind')}</label>
        <input className="box w-auto" id="find" name="find" defaultValue={find} maxLength={40} required />
        <Button>{t('household.find')}</Button>
      </form>
      {find && people.length === 0 ? <p>{t('household.joinNobody', { words: find })}</p> : null}
      {people.length > 0 ? <JoinForm people={people} today={today} failure={failure} /> : null}
    </section>
  )
}
