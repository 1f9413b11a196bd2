import type { ReactNode } from 'react'
import type { Day } from '~/platform/calendar'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { LinkView } from '../find-links.server'
import type { MembershipView } from '../find-memberships.server'
import { LinkChoice } from './link-choice'
import { DayField, Evidence } from './proof-fields'

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
    <DecideForm
      title={t('household.linkTitle')}
      act={t('household.linkAct')}
      intent="link"
      kind="seal"
      hidden={{ personId }}
    >
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
    </DecideForm>
  )
}

/** Confirms what somebody entered, with the evidence the coordinator saw. `children`: to which household it goes. */
export function VerifyForm({ link, failure, children }: Failed & { link: LinkView; children: ReactNode }) {
  const { t } = useTranslator()
  return (
    <DecideForm
      title={t('household.verifyTitle')}
      act={t('household.verifyAct')}
      intent="verify"
      kind="seal"
      hidden={{ linkId: link.id }}
    >
      <p className="pb-3">
        {children} <span className="quiet">{t('household.linkWaits')}</span>
      </p>
      <Evidence id={`evidence-${link.id}`} failure={failure} given={link.evidence} />
    </DecideForm>
  )
}

/** Ends what holds today, so that another may begin. */
export function EndForm({ link, today, failure }: Failed & { link: LinkView; today: Day }) {
  const { t } = useTranslator()
  return (
    <Folded summary={t('household.endTitle')} isOpen={failure !== null}>
      <DecideForm act={t('household.endAct')} intent="end" hidden={{ linkId: link.id }} className="max-w-md">
        <p className="quiet pb-3">{t('household.endText')}</p>
        <DayField
          name="endedOn"
          id={`endedOn-${link.id}`}
          label={t('household.endDay')}
          today={today}
          failure={failure}
        />
        <Field
          id={`endReason-${link.id}`}
          label={t('household.endReason')}
          {...fieldOf(failure, 'endReason')}
          maxLength={400}
          required
        />
      </DecideForm>
    </Folded>
  )
}
