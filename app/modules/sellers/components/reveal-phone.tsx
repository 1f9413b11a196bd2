import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import type { DeskPerson } from '../get-desk-seller.server'

type Props = { person: DeskPerson; phone: string | null; failure: FormFailure | null }

/** The masked number, and the form that shows it once for a reason. */
export function RevealPhone({ person, phone, failure }: Props) {
  const { t } = useTranslator()
  if (phone !== null) {
    return (
      <Banner tone="info" icon="phone" role="status" className="mt-3">
        {t('household.revealed', { name: person.name ?? '', phone })}
      </Banner>
    )
  }
  return (
    <Folded
      isOpen={failure !== null}
      summary={
        <>
          <span className="masked">{person.maskedPhone}</span> {t('household.reveal')}
        </>
      }
    >
      <DecideForm act={t('household.reveal')} intent="reveal" hidden={{ personId: person.personId }}>
        <Field
          id={`reason-${person.personId}`}
          label={t('household.revealReason')}
          hint={t('household.revealHint')}
          {...fieldOf(failure, 'reason')}
          maxLength={400}
          required
        />
      </DecideForm>
    </Folded>
  )
}
