import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field, SelectField, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { PersonChoice } from '../find-people.server'
import { relations } from '../schema'

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

function JoinForm({ people, today, failure }: Omit<Props, 'find'>) {
  const { t } = useTranslator()
  const typed = failure?.values
  const errors = failure?.errors ?? {}
  return (
    <form method="post" className="decide">
      {failure?.formError ? (
        <Banner tone="wrong" role="alert">
          {failure.formError}
        </Banner>
      ) : null}
      <WhoTicks people={people} chosen={typed?.personId} error={errors.personId} />
      <SelectField
        id="relation"
        name="relation"
        label={t('household.relationLabel')}
        defaultValue={typed?.relation ?? 'spouse'}
        error={errors.relation}
        choices={relations.map((value) => ({ value, text: t(`household.relation_${value}`) }))}
      />
      <Field
        id="validFrom"
        name="validFrom"
        type="date"
        max={today}
        figures
        label={t('household.fromDay')}
        defaultValue={typed?.validFrom ?? today}
        error={errors.validFrom}
        required
      />
      <TextareaField
        id="evidence"
        name="evidence"
        label={t('household.evidence')}
        hint={t('household.evidenceHint')}
        defaultValue={typed?.evidence}
        error={errors.evidence}
        rows={2}
        required
      />
      <Tick type="checkbox" name="follow" defaultChecked={!failure || 'follow' in failure.values}>
        {t('household.follow')}
      </Tick>
      <Tick type="checkbox" name="moves" defaultChecked={!failure || 'moves' in failure.values}>
        {t('household.moves')}
      </Tick>
      <p className="quiet">{t('household.pastStays')}</p>
      <div className="decide-acts">
        <Button kind="seal">{t('household.joinAct')}</Button>
      </div>
    </form>
  )
}

type WhoProps = { people: PersonChoice[]; chosen: string | undefined; error: string | undefined }

function WhoTicks({ people, chosen, error }: WhoProps) {
  const { t, locale } = useTranslator()
  return (
    <TickGroup id="personId" legend={t('household.who')} error={error}>
      {people.map(({ personId, name, place, maskedPhone, householdCode }) => (
        <Tick
          key={personId}
          type="radio"
          name="personId"
          value={personId}
          defaultChecked={chosen === personId}
          note={
            <>
              {locale === 'en' ? place.en : place.zh}{' '}
              {householdCode
                ? t('household.joinElsewhere', { code: householdCode })
                : t('household.joinNowhere')}{' '}
              <span className="masked">{maskedPhone}</span>
            </>
          }
        >
          <span lang="zh-CN">{name}</span>
        </Tick>
      ))}
    </TickGroup>
  )
}
