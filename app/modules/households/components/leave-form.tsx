import type { Day } from '~/platform/calendar'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { MemberView } from '../find-household-members.server'
import { DayField } from './proof-fields'

type Props = { members: readonly MemberView[]; today: Day; failure: FormFailure | null }

/** Somebody leaves the household for none of the register. Nothing where nobody whom she may see is in it. */
export function LeaveForm({ members, today, failure }: Props) {
  const { t } = useTranslator()
  const present = members.flatMap(({ id, name, to }) =>
    name !== null && to === null ? [{ value: id, text: name }] : [],
  )
  if (present.length === 0) return null
  return (
    <Folded summary={t('household.leave')} isOpen={failure !== null}>
      <DecideForm act={t('household.leaveAct')} intent="leave" className="max-w-md">
        <p className="quiet pb-3">{t('household.leaveText')}</p>
        <SelectField
          id="memberId"
          label={t('household.leaveWho')}
          {...fieldOf(failure, 'memberId')}
          choices={present}
        />
        <DayField id="leftOn" name="leftOn" label={t('household.leaveDay')} today={today} failure={failure} />
        <Field
          id="reason"
          label={t('household.leaveReason')}
          hint={t('household.leaveReasonHint')}
          {...fieldOf(failure, 'reason')}
          maxLength={200}
          required
        />
      </DecideForm>
    </Folded>
  )
}
