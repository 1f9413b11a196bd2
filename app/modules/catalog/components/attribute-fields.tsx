import { useTranslator } from '~/platform/i18n/use-translator'
import { FieldError, SelectField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import { attributeName, type CraftField, type CraftTemplates } from '../craft-template'
import type { StepForm } from '../step-form'
import { FoldedGroup } from './folded-group'
import { StepField } from './step-field'

type AttributeFieldsProps = { form: StepForm; templates: CraftTemplates }

/** What her craft asks, in answers to tap where there are some. The questions of the other crafts stand by, unseen, until she chooses another. */
export function AttributeFields({ form, templates }: AttributeFieldsProps) {
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
            <Heading hasRequired={fields.some(({ isRequired }) => isRequired)} />
            {fields
              .filter(({ isRequired }) => isRequired)
              .map((field) => (
                <AttributeField key={field.code} field={field} form={form} />
              ))}
            <OptionalFields fields={fields.filter(({ isRequired }) => !isRequired)} form={form} />
          </fieldset>
        ),
      )}
    </div>
  )
}

/** Says what follows; where everything may stay empty, the line of what is folded says it. */
function Heading({ hasRequired }: { hasRequired: boolean }) {
  const { t } = useTranslator()
  if (!hasRequired) return <legend className="unseen">{t('template.legend')}</legend>
  return (
    <>
      <legend className="field-label">{t('template.legend')}</legend>
      <p className="field-hint mb-4">{t('template.hint')}</p>
    </>
  )
}

/** What may stay empty, folded away below what her craft needs. */
function OptionalFields({ fields, form }: { fields: readonly CraftField[]; form: StepForm }) {
  const { t, locale } = useTranslator()
  if (fields.length === 0) return null
  const said = fields.flatMap(({ code, nameZh, nameEn, options }) => {
    const names = [attributeName(code), ...options.map((option) => attributeName(code, option.code))]
    return names.some((name) => form.values[name]) ? [locale === 'en' ? nameEn : nameZh] : []
  })
  return (
    <FoldedGroup
      form={form}
      title={t('template.more')}
      names={fields.map(({ code }) => attributeName(code))}
      said={said}
    >
      {fields.map((field) => (
        <AttributeField key={field.code} field={field} form={form} />
      ))}
    </FoldedGroup>
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
