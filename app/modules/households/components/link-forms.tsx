import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field, TextareaField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { LinkView } from '../find-links.server'
import type { MembershipView } from '../find-memberships.server'
import { notRegistered, relationOf } from '../schema'
import { dayRange } from './day-range'

type FormProps = { personId: string; today: Day; failure: FormFailure | null }

/** Says, with evidence, to which household her income belongs from a day on, or that it belongs to none. */
export function LinkForm({
  personId,
  memberships,
  today,
  failure,
}: FormProps & { memberships: MembershipView[] }) {
  const { t, locale } = useTranslator()
  const typed = failure?.values
  return (
    <form method="post" className="decide">
      <h2>{t('household.linkTitle')}</h2>
      <Refused failure={failure} />
      <input type="hidden" name="personId" value={personId} />
      <TickGroup id={`choice-${personId}`} legend={t('household.choice')} error={failure?.errors.choice}>
        {memberships.map((member) => (
          <Tick
            key={member.id}
            type="radio"
            name="choice"
            value={member.id}
            defaultChecked={typed?.choice === member.id}
            note={dayRange(t, locale, member)}
          >
            {t('household.choiceMember', {
              code: member.householdCode,
              relation: t(`household.relation_${relationOf(member.relation)}`),
            })}
          </Tick>
        ))}
        <Tick
          type="radio"
          name="choice"
          value={notRegistered}
          defaultChecked={typed?.choice === notRegistered}
          note={t('household.choiceNoneNote')}
        >
          {t('household.choiceNone')}
        </Tick>
      </TickGroup>
      <DayField name="validFrom" label={t('household.fromDay')} {...{ personId, today, failure }} />
      <Evidence personId={personId} failure={failure} />
      <p className="quiet">{t('household.pastStays')}</p>
      <div className="decide-acts">
        <Button kind="seal" name="intent" value="link">
          {t('household.linkAct')}
        </Button>
      </div>
    </form>
  )
}

/** Confirms what somebody entered, with the evidence the coordinator saw. */
export function VerifyForm({ link, failure }: { link: LinkView; failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="decide">
      <h2>{t('household.verifyTitle')}</h2>
      <Refused failure={failure} />
      <p className="quiet">{t('household.linkWaits')}</p>
      <input type="hidden" name="linkId" value={link.id} />
      <Evidence personId={link.personId} failure={failure} given={link.evidence} />
      <div className="decide-acts">
        <Button kind="seal" name="intent" value="verify">
          {t('household.verifyAct')}
        </Button>
      </div>
    </form>
  )
}

/** Ends what holds today, so that another may begin. */
export function EndForm({ link, today, failure }: Omit<FormProps, 'personId'> & { link: LinkView }) {
  const { t } = useTranslator()
  return (
    <details className="decide" open={failure !== null}>
      <summary className="link link-line">{t('household.endTitle')}</summary>
      <form method="post">
        <Refused failure={failure} />
        <p className="quiet">{t('household.endText')}</p>
        <input type="hidden" name="linkId" value={link.id} />
        <DayField
          name="endedOn"
          label={t('household.endDay')}
          {...{ personId: link.personId, today, failure }}
        />
        <Field
          id={`endReason-${link.id}`}
          name="endReason"
          label={t('household.endReason')}
          defaultValue={failure?.values.endReason}
          error={failure?.errors.endReason}
          maxLength={400}
          required
        />
        <div className="decide-acts">
          <Button name="intent" value="end">
            {t('household.endAct')}
          </Button>
        </div>
      </form>
    </details>
  )
}

function Refused({ failure }: { failure: FormFailure | null }) {
  if (!failure?.formError) return null
  return (
    <Banner tone="wrong" role="alert">
      {failure.formError}
    </Banner>
  )
}

function DayField({ name, label, personId, today, failure }: FormProps & { name: string; label: string }) {
  return (
    <Field
      id={`${name}-${personId}`}
      name={name}
      type="date"
      max={today}
      figures
      label={label}
      defaultValue={failure?.values[name] ?? today}
      error={failure?.errors[name]}
      required
    />
  )
}

type EvidenceProps = { personId: string; failure: FormFailure | null; given?: string }

function Evidence({ personId, failure, given }: EvidenceProps) {
  const { t } = useTranslator()
  return (
    <TextareaField
      id={`evidence-${personId}`}
      name="evidence"
      label={t('household.evidence')}
      hint={t('household.evidenceHint')}
      defaultValue={failure?.values.evidence ?? given}
      error={failure?.errors.evidence}
      rows={2}
      required
    />
  )
}
