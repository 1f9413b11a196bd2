import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { Tick, TickGroup } from '~/ui/tick'
import type { Cause, FactsView } from '../find-facts.server'
import { causeTick } from '../schema'

type Props = { newest: FactsView | null; causes: readonly Cause[]; failure: FormFailure | null }

/** What the register says of the household, filled with what was entered last. */
export function FactsForm(props: Props) {
  const { t } = useTranslator()
  return (
    <DecideForm act={t('household.factsAct')} intent="facts" className="max-w-md">
      <FactsFields {...props} />
      <FactsDocument failure={props.failure} />
      <p className="quiet pb-3">{t('household.factsKeeps')}</p>
    </DecideForm>
  )
}

/** How many live and work in the household, why it was registered, and who answers for it. */
export function FactsFields({ newest, causes, failure }: Props) {
  const { t } = useTranslator()
  const given = (value: string | number | null | undefined) =>
    value === null || value === undefined ? undefined : String(value)
  const number = { inputMode: 'numeric', figures: true } as const
  return (
    <>
      <Field
        {...number}
        id="people"
        label={t('household.factsPeople')}
        {...fieldOf(failure, 'people', given(newest?.people))}
        required
      />
      <Field
        {...number}
        id="workers"
        label={t('household.factsWorkers')}
        {...fieldOf(failure, 'workers', given(newest?.workers))}
        required
      />
      <Causes newest={newest} causes={causes} failure={failure} />
      <Field
        {...number}
        id="identifiedIn"
        label={t('household.factsIdentified')}
        hint={t('household.factsIdentifiedHint')}
        {...fieldOf(failure, 'identifiedIn', given(newest?.identifiedIn))}
      />
      <Field
        {...number}
        id="liftedIn"
        label={t('household.factsLifted')}
        hint={t('household.factsLiftedHint')}
        {...fieldOf(failure, 'liftedIn', given(newest?.liftedIn))}
      />
      <Field
        id="cadreName"
        label={t('household.factsCadre')}
        {...fieldOf(failure, 'cadreName', given(newest?.cadreName))}
        maxLength={30}
        required
      />
      <Field
        id="cadreOffice"
        label={t('household.factsOffice')}
        {...fieldOf(failure, 'cadreOffice', given(newest?.cadreOffice))}
        maxLength={60}
        required
      />
      <Field
        id="cadrePhone"
        type="tel"
        label={t('household.factsPhone')}
        mark={t('common.optional')}
        {...fieldOf(failure, 'cadrePhone')}
        maxLength={20}
      />
      {newest?.maskedCadrePhone ? (
        <Tick
          type="checkbox"
          name="keepsPhone"
          defaultChecked={failure ? 'keepsPhone' in failure.values : true}
        >
          {t('household.factsKeepsPhone', { phone: newest.maskedCadrePhone })}
        </Tick>
      ) : null}
    </>
  )
}

/** The paper that says so. */
export function FactsDocument({ failure }: Pick<Props, 'failure'>) {
  const { t } = useTranslator()
  return (
    <Field
      id="factsDocument"
      label={t('household.factsDocument')}
      {...fieldOf(failure, 'document')}
      maxLength={120}
      required
    />
  )
}

function Causes({ newest, causes, failure }: Props) {
  const { t, locale } = useTranslator()
  const textOf = ({ nameZh, nameEn }: Cause) => (locale === 'en' ? nameEn : nameZh)
  const isTicked = (code: string) =>
    failure ? causeTick(code) in failure.values : newest?.otherCauses.some((one) => one.code === code)
  return (
    <>
      <SelectField
        id="mainCause"
        label={t('household.factsMainCause')}
        {...fieldOf(failure, 'mainCause', newest?.mainCause?.code)}
        choices={[
          { value: '', text: t('household.factsNoCause') },
          ...causes.map((cause) => ({ value: cause.code, text: textOf(cause) })),
        ]}
      />
      <TickGroup
        id="otherCauses"
        legend={t('household.factsOtherCauses')}
        mark={t('common.optional')}
        error={failure?.errors.otherCauses}
        inline
      >
        {causes.map((cause) => (
          <Tick
            key={cause.code}
            type="checkbox"
            name={causeTick(cause.code)}
            defaultChecked={isTicked(cause.code)}
          >
            {textOf(cause)}
          </Tick>
        ))}
      </TickGroup>
    </>
  )
}
