import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field, SelectField } from '~/ui/field'
import { fieldGroups, fieldTitle, type ListField, neededFields } from '../columns'
import type { DraftView, ListColumn } from '../get-import.server'

type MappingFieldsProps = {
  draft: DraftView
  /** what she chose and what is wrong with it */
  failure: { errors: Record<string, string>; values: Record<string, string> } | null
}

/** Which column of her list is what: one choice for each field of the register, guessed from the titles. */
export function MappingFields({ draft, failure }: MappingFieldsProps) {
  const { t } = useTranslator()
  const needed: readonly ListField[] = neededFields
  const choices = [
    { value: '', text: t('register.noColumn') },
    ...draft.columns.map((column) => ({ value: String(column.column), text: columnText(t, column) })),
  ]
  return (
    <form method="post" className="decide" noValidate>
      <h2>{t('register.mapTitle')}</h2>
      <p className="quiet pb-3">{t('register.mapHint')}</p>
      {fieldGroups.map(({ title, fields }) => (
        <fieldset key={title} className="pb-3">
          <legend className="form-part">{t(title)}</legend>
          <div className="grid gap-x-4 md:grid-cols-2">
            {fields.map((field) => (
              <SelectField
                key={field}
                id={field}
                name={field}
                label={t(fieldTitle[field])}
                mark={needed.includes(field) ? undefined : t('register.optional')}
                hint={field === 'mainCause' ? t('register.mainCauseHint') : undefined}
                choices={choices}
                defaultValue={failure?.values[field] ?? String(draft.mapping[field] ?? '')}
                error={failure?.errors[field]}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Field
        id="listDay"
        name="listDay"
        type="date"
        figures
        className="max-w-md"
        label={t('register.listDay')}
        hint={t('register.listDayHint')}
        defaultValue={failure?.values.listDay ?? draft.listDay}
        max={draft.today}
        error={failure?.errors.listDay}
      />
      <div className="decide-acts">
        <Button kind="line" name="intent" value="map">
          {t('register.tryIt')}
        </Button>
      </div>
    </form>
  )
}

function columnText(t: Translate, { letter, title, samples }: ListColumn): string {
  return samples.length === 0
    ? t('register.column', { letter, title })
    : t('register.columnSamples', { letter, title, samples })
}
