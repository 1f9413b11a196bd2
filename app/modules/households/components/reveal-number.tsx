import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { MemberView } from '../find-household-members.server'

/** A number just revealed, for this answer only. */
export type RevealedNumber = { personId: string; field: 'phone' | 'id_number'; number: string }

type Props = {
  members: readonly MemberView[]
  revealed: RevealedNumber | null
  failure: FormFailure | null
}

/** The form that shows one number of one member for a reason, and what it has shown. Nothing where none is on record. */
export function RevealNumber({ members, revealed, failure }: Props) {
  const { t } = useTranslator()
  const choices = members.flatMap(({ personId, name, maskedPhone, maskedIdNumber }) => {
    const of = (field: RevealedNumber['field'], masked: string | null) =>
      masked === null
        ? []
        : [
            {
              value: `${personId}:${field}`,
              text: `${name ?? ''} · ${t(`household.number_${field}`)} ${masked}`,
            },
          ]
    return [...of('phone', maskedPhone), ...of('id_number', maskedIdNumber)]
  })
  if (choices.length === 0) return null
  return (
    <>
      {revealed ? (
        <Banner tone="info" role="status" className="my-3">
          {t('household.revealedNumber', {
            name: members.find(({ personId }) => personId === revealed.personId)?.name ?? '',
            kind: t(`household.number_${revealed.field}`),
            number: revealed.number,
          })}
        </Banner>
      ) : null}
      <Folded summary={t('household.reveal')} isOpen={failure !== null}>
        <DecideForm act={t('household.reveal')} intent="reveal" className="max-w-md">
          <SelectField
            id="which"
            label={t('household.revealWhich')}
            {...fieldOf(failure, 'which')}
            choices={choices}
          />
          <Field
            id="revealReason"
            label={t('household.revealReason')}
            hint={t('household.revealHint')}
            {...fieldOf(failure, 'revealReason')}
            maxLength={200}
            required
          />
        </DecideForm>
      </Folded>
    </>
  )
}
