import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field, SelectField, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { PersonChoice } from '../find-people.server'
import { relations } from '../schema'

type Failed = { failure: FormFailure | null }
type Props = Failed & { people: PersonChoice[]; today: Day }

/** Who joins, since when, what proves it, and what follows her. */
export function JoinForm({ people, today, failure }: Props) {
  const { t } = useTranslator()
  return (
    <form method="post" className="decide max-w-md">
      {failure?.formError ? (
        <Banner tone="wrong" role="alert">
          {failure.formError}
        </Banner>
      ) : null}
      <WhoTicks people={people} failure={failure} />
      <JoinFields today={today} failure={failure} />
      <Tick type="checkbox" name="follow" defaultChecked={!failure || 'follow' in failure.values}>
        {t('household.follow')}
      </Tick>
      <Tick type="checkbox" name="moves" defaultChecked={!failure || 'moves' in failure.values}>
        {t('household.moves')}
      </Tick>
      <p className="quiet py-3">{t('household.pastStays')}</p>
      <div className="decide-acts">
        <Button kind="seal">{t('household.joinAct')}</Button>
      </div>
    </form>
  )
}

function JoinFields({ today, failure }: Failed & { today: Day }) {
  const { t } = useTranslator()
  const typed = failure?.values
  const errors = failure?.errors ?? {}
  return (
    <>
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
