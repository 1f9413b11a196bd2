import type { ReactNode } from 'react'
import type { Day } from '~/platform/calendar'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field, TextareaField } from '~/ui/field'
import type { LinkView } from '../find-links.server'
import type { MembershipView } from '../find-memberships.server'
import { LinkChoice } from './link-choice'

type Failed = { failure: FormFailure | null }
type LinkFormProps = Failed & {
  personId: string
  memberships: MembershipView[]
  today: Day
  children: ReactNode
}

/** Says, with evidence, to which household her income belongs from a day on, or that it belongs to none. */
export function LinkForm({ personId, memberships, today, failure, children }: LinkFormProps) {
  const { t } = useTranslator()
  return (
    <form method="post" className="decide">
      <h2>{t('household.linkTitle')}</h2>
      <Refused failure={failure} />
      <input type="hidden" name="personId" value={personId} />
      {children}
      <LinkChoice
        id={`choice-${personId}`}
        memberships={memberships}
        chosen={failure?.values.choice}
        error={failure?.errors.choice}
      />
      <DayField
        name="validFrom"
        id={`validFrom-${personId}`}
        label={t('household.fromDay')}
        today={today}
        failure={failure}
      />
      <Evidence id={`evidence-${personId}`} failure={failure} />
      <p className="quiet pb-4">{t('household.pastStays')}</p>
      <div className="decide-acts">
        <Button kind="seal" name="intent" value="link">
          {t('household.linkAct')}
        </Button>
      </div>
    </form>
  )
}

/** Confirms what somebody entered, with the evidence the coordinator saw. `children`: to which household it goes. */
export function VerifyForm({ link, failure, children }: Failed & { link: LinkView; children: ReactNode }) {
  const { t } = useTranslator()
  return (
    <form method="post" className="decide">
      <h2>{t('household.verifyTitle')}</h2>
      <Refused failure={failure} />
      <p className="pb-3">
        {children} <span className="quiet">{t('household.linkWaits')}</span>
      </p>
      <input type="hidden" name="linkId" value={link.id} />
      <Evidence id={`evidence-${link.id}`} failure={failure} given={link.evidence} />
      <div className="decide-acts">
        <Button kind="seal" name="intent" value="verify">
          {t('household.verifyAct')}
        </Button>
      </div>
    </form>
  )
}

/** Ends what holds today, so that another may begin. */
export function EndForm({ link, today, failure }: Failed & { link: LinkView; today: Day }) {
  const { t } = useTranslator()
  return (
    <details open={failure !== null}>
      <summary className="link link-line">{t('household.endTitle')}</summary>
      <form method="post" className="decide max-w-md">
        <Refused failure={failure} />
        <p className="quiet pb-3">{t('household.endText')}</p>
        <input type="hidden" name="linkId" value={link.id} />
        <DayField
          name="endedOn"
          id={`endedOn-${link.id}`}
          label={t('household.endDay')}
          today={today}
          failure={failure}
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

function Refused({ failure }: Failed) {
  if (!failure?.formError) return null
  return (
    <Banner tone="wrong" role="alert">
      {failure.formError}
    </Banner>
  )
}

type DayFieldProps = Failed & { id: string; name: 'validFrom' | 'endedOn'; label: string; today: Day }

function DayField({ id, name, label, today, failure }: DayFieldProps) {
  return (
    <Field
      id={id}
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

function Evidence({ id, failure, given }: Failed & { id: string; given?: string }) {
  const { t } = useTranslator()
  return (
    <TextareaField
      id={id}
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
