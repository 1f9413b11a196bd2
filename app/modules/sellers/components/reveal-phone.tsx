import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import type { DeskPerson } from '../get-desk-seller.server'

type Props = { person: DeskPerson; phone: string | null; failure: FormFailure | null }

/** The masked number, and the form that shows it once for a reason. */
export function RevealPhone({ person, phone, failure }: Props) {
  const { t } = useTranslator()
  const id = `reason-${person.personId}`
  if (phone !== null) {
    return (
      <Banner tone="info" icon="phone" role="status" className="mt-3">
        {t('household.revealed', { name: person.name ?? '', phone })}
      </Banner>
    )
  }
  return (
    <details open={failure !== null}>
      <summary className="link link-line">
        <span className="masked">{person.maskedPhone}</span> {t('household.reveal')}
      </summary>
      <form method="post" className="decide">
        {failure?.formError ? (
          <Banner tone="wrong" role="alert">
            {failure.formError}
          </Banner>
        ) : null}
        <input type="hidden" name="personId" value={person.personId} />
        <Field
          id={id}
          name="reason"
          label={t('household.revealReason')}
          hint={t('household.revealHint')}
          defaultValue={failure?.values.reason}
          error={failure?.errors.reason}
          maxLength={400}
          required
        />
        <div className="decide-acts">
          <Button name="intent" value="reveal">
            {t('household.reveal')}
          </Button>
        </div>
      </form>
    </details>
  )
}
