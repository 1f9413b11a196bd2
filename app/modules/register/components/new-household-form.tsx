import { FactsDocument, FactsFields } from '~/modules/households/components/facts-form'
import { relations } from '~/modules/households/schema'
import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { NewHouseholdPage } from '../get-new-household.server'
import { memberField, mostMembers } from '../new-household'

type Props = { page: NewHouseholdPage; failure: FormFailure | null }

/** People whose rows are there at once; the others are folded up until one of them is needed. */
const atOnce = 4

/** One household as a paper has it: where, who, what it is, how it lives, and the paper. */
export function NewHouseholdForm({ page, failure }: Props) {
  const { t } = useTranslator()
  return (
    <DecideForm act={t('register.newAct')} kind="seal">
      <fieldset className="pb-3">
        <legend className="form-part">{t('register.newPlace')}</legend>
        <Where page={page} failure={failure} />
      </fieldset>
      <fieldset className="pb-3">
        <legend className="form-part">{t('register.newMembers')}</legend>
        <p className="quiet pb-3">{t('register.newMembersHint')}</p>
        <Members failure={failure} />
      </fieldset>
      <fieldset className="pb-3">
        <legend className="form-part">{t('register.groupStatus')}</legend>
        <Status page={page} failure={failure} />
      </fieldset>
      <fieldset className="pb-3">
        <legend className="form-part">{t('register.groupFacts')}</legend>
        <div className="grid gap-x-4 md:grid-cols-2">
          <FactsFields newest={null} causes={page.causes} failure={failure} />
        </div>
      </fieldset>
      <fieldset className="pb-3">
        <legend className="form-part">{t('register.newPaper')}</legend>
        <FactsDocument failure={failure} />
        <p className="quiet">{t('register.newKeeps')}</p>
      </fieldset>
    </DecideForm>
  )
}

function Where({ page: { towns, villages }, failure }: Props) {
  const { t } = useTranslator()
  return (
    <>
      <Field
        id="code"
        label={t('register.newCode')}
        hint={t('register.newCodeHint')}
        {...fieldOf(failure, 'code')}
        maxLength={60}
        autoComplete="off"
        required
      />
      <div className="grid gap-x-4 md:grid-cols-2">
        <Field
          id="town"
          list="towns"
          label={t('register.newTown')}
          mark={t('common.optional')}
          hint={t('register.newTownHint')}
          {...fieldOf(failure, 'town')}
          maxLength={60}
        />
        <Field
          id="village"
          list="villages"
          label={t('register.newVillage')}
          hint={t('register.newVillageHint')}
          {...fieldOf(failure, 'village')}
          maxLength={60}
          required
        />
      </div>
      <Names id="towns" names={towns} />
      <Names id="villages" names={villages} />
    </>
  )
}

function Names({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

function Members({ failure }: Pick<Props, 'failure'>) {
  const { t } = useTranslator()
  const rows = Array.from({ length: mostMembers }, (_, at) => at)
  const further = rows.slice(atOnce)
  const isTyped = further.some(
    (at) => failure?.values[memberField(at, 'name')] || failure?.values[memberField(at, 'idNumber')],
  )
  return (
    <>
      {rows.slice(0, atOnce).map((at) => (
        <Member key={at} at={at} failure={failure} />
      ))}
      <Folded summary={t('register.newMemberMore')} isOpen={isTyped}>
        {further.map((at) => (
          <Member key={at} at={at} failure={failure} />
        ))}
      </Folded>
    </>
  )
}

function Member({ at, failure }: { at: number; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const of = (field: 'name' | 'relation' | 'idNumber', given?: string) => ({
    id: `${field}${at + 1}`,
    ...fieldOf(failure, memberField(at, field), given),
  })
  return (
    <fieldset className="grid gap-x-4 md:grid-cols-3">
      <legend className="field-label">{t('register.newMemberOne', { count: at + 1 })}</legend>
      <Field
        label={t('register.fieldName')}
        {...of('name')}
        maxLength={30}
        autoComplete="off"
        required={at === 0}
      />
      <SelectField
        label={t('register.fieldRelation')}
        {...of('relation', at === 0 ? 'self' : 'other')}
        choices={relations.map((relation) => ({
          value: relation,
          text: t(`household.relation_${relation}`),
        }))}
      />
      <Field
        label={t('register.fieldIdNumber')}
        mark={t('common.optional')}
        {...of('idNumber')}
        figures
        maxLength={30}
        autoComplete="off"
      />
    </fieldset>
  )
}

function Status({ page: { statuses, today }, failure }: Props) {
  const { t, locale } = useTranslator()
  const day = { type: 'date', max: today, figures: true } as const
  return (
    <>
      <Field {...day} id="since" label={t('register.newSince')} {...fieldOf(failure, 'since')} required />
      <div className="grid gap-x-4 md:grid-cols-2">
        <SelectField
          id="status"
          label={t('register.newStatus')}
          {...fieldOf(failure, 'status')}
          choices={[
            { value: '', text: t('register.newStatusNone') },
            ...statuses.map(({ code, nameZh, nameEn }) => ({
              value: code,
              text: locale === 'en' ? nameEn : nameZh,
            })),
          ]}
        />
        <Field
          {...day}
          id="statusSince"
          label={t('register.newStatusSince')}
          mark={t('common.optional')}
          hint={t('register.newStatusSinceHint')}
          {...fieldOf(failure, 'statusSince')}
        />
      </div>
    </>
  )
}
