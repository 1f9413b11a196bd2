import type { Day } from '~/platform/calendar'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { SelectField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { PersonChoice } from '../find-people.server'
import { relations } from '../schema'
import { DayField, Evidence } from './proof-fields'

type Failed = { failure: FormFailure | null }
type Props = Failed & { people: PersonChoice[]; today: Day }

/** Who joins, since when, what proves it, and what follows her. */
export function JoinForm({ people, today, failure }: Props) {
  const { t } = useTranslator()
  return (
    <DecideForm act={t('household.joinAct')} kind="seal" className="max-w-md">
      <WhoTicks people={people} failure={failure} />
      <JoinFields today={today} failure={failure} />
      <Tick type="checkbox" name="follow" defaultChecked={!failure || 'follow' in failure.values}>
        {t('household.follow')}
      </Tick>
      <Tick type="checkbox" name="moves" defaultChecked={!failure || 'moves' in failure.values}>
        {t('household.moves')}
      </Tick>
      <p className="quiet py-3">{t('household.pastStays')}</p>
    </DecideForm>
  )
}

function JoinFields({ today, failure }: Failed & { today: Day }) {
  const { t } = useTranslator()
  return (
    <>
      <SelectField
        id="relation"
        label={t('household.relationLabel')}
        {...fieldOf(failure, 'relation', 'spouse')}
        choices={relations.map((value) => ({ value, text: t(`household.relation_${value}`) }))}
      />
      <DayField
        id="validFrom"
        name="validFrom"
        label={t('household.fromDay')}
        today={today}
        failure={failure}
      />
      <Evidence id="evidence" failure={failure} />
    </>
  )
}

function WhoTicks({ people, failure }: Failed & { people: PersonChoice[] }) {
  const { t } = useTranslator()
  return (
    <TickGroup id="personId" legend={t('household.who')} error={failure?.errors.personId}>
      {people.map((person) => (
        <Tick
          key={person.personId}
          type="radio"
          name="personId"
          value={person.personId}
          defaultChecked={failure?.values.personId === person.personId}
          note={<WhoNote person={person} />}
        >
          <span lang="zh-CN">{person.name}</span>
        </Tick>
      ))}
    </TickGroup>
  )
}

function WhoNote({ person: { place, maskedPhone, householdCode } }: { person: PersonChoice }) {
  const { t, locale } = useTranslator()
  return (
    <>
      {locale === 'en' ? place.en : place.zh}
      {' · '}
      {householdCode ? t('household.joinElsewhere', { code: householdCode }) : t('household.joinNowhere')}{' '}
      <span className="masked">{maskedPhone}</span>
    </>
  )
}
