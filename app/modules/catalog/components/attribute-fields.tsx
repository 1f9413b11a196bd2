import { useTranslator } from '~/platform/i18n/use-translator'
import { FieldError, SelectField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { attributeName, type CraftField, type CraftTemplates } from '../craft-template'
import type { StepForm } from '../step-form'
import { StepField } from './step-field'

type AttributeFieldsProps = { form: StepForm; templates: CraftTemplates }

/** What her craft asks, in answers to tap where there are some. The questions of the other crafts stand by, unseen, until she chooses another. */
export function AttributeFields({ form, templates }: AttributeFieldsProps) {
  const { t } = useTranslator()
  const chosen = form.values.craftCode ?? ''
  return (
    <div id="attributes">
      {form.errors.attributes ? (
        <FieldError id="attributes-error">{form.errors.attributes}</FieldError>
      ) : null}
      {Object.entries(templates).map(([craft, { fields }]) =>
        fields.length === 0 ? null : (
          <fieldset
            key={craft}
            className="field"
            data-craft={craft}
            hidden={craft !== chosen}
            disabled={craft !== chosen}
          >
            <legend className="field-label">{t('template.legend')}</legend>
            <p className="field-hint mb-4">{t('template.hint')}</p>
            {fields.map((field) => (
              <AttributeField key={field.code} field={field} form={form} />
            ))}
          </fieldset>
        ),
      )}
    </div>
  )
}

function AttributeField({ field, form }: { field: CraftField; form: StepForm }) {
  const { t, locale } = useTranslator()
  const nameOf = (named: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? named.nameEn : named.nameZh
  const name = attributeName(field.code)
  const label = nameOf(field)
  const optional = !field.isRequired
  const mark = optional ? t('common.optional') : undefined
  if (field.kind === 'choices')
    return (
      <TickGroup id={name} legend={label} mark={mark} error={form.errors[name]} inline>
        {field.options.map((option) => {
          const own = attributeName(field.code, option.code)
          return (
            <Tick key={option.code} type="checkbox" name={own} defaultChecked={form.values[own] === 'on'}>
              {nameOf(option)}
            </Tick>
          )
        })}
      </TickGroup>
    )
  if (field.kind === 'choice')
    return (
      <SelectField
        id={name}
        name={name}
        label={label}
        mark={mark}
        defaultValue={form.values[name] ?? ''}
        error={form.errors[name]}
        choices={[
          { value: '', text: t('template.choose') },
          ...field.options.map((option) => ({ value: option.code, text: nameOf(option) })),
        ]}
      />
    )
  const hint = locale === 'en' ? undefined : (field.hintZh ?? undefined)
  const shared = { form, name, label, optional, ...(hint === undefined ? {} : { hint }) }
  if (field.kind === 'words') return <StepField {...shared} lang="zh-CN" />
  const unit = (locale === 'en' ? field.unitEn : field.unitZh) ?? ''
  return <StepField {...shared} suffix={unit} inputMode="numeric" figures />
}
