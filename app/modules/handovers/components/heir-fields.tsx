import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Field, TextareaField } from '~/ui/field'

/** Who takes a shop over, and what whoever proposes it has seen: of both kinds of handover. */
export function HeirFields({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslator()
  return (
    <>
      <Field
        id="heirName"
        label={t('handover.heirName')}
        maxLength={40}
        required
        {...fieldOf(failure, 'heirName')}
      />
      <Field
        id="heirPhone"
        label={t('handover.heirPhone')}
        hint={t('handover.heirPhoneHint')}
        inputMode="tel"
        maxLength={20}
        figures
        required
        {...fieldOf(failure, 'heirPhone')}
      />
      <TextareaField
        id="note"
        label={t('handover.note')}
        hint={t('handover.noteHint')}
        maxLength={200}
        required
        {...fieldOf(failure, 'note')}
      />
    </>
  )
}
