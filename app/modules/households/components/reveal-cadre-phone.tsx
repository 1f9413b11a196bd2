import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { DecideForm, Folded } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { FactsView } from '../find-facts.server'
import { fullDay } from './day-range'

/** A number just revealed, for this answer only. */
export type RevealedCadrePhone = { factsId: string; number: string }

type Props = {
  entries: readonly FactsView[]
  revealed: RevealedCadrePhone | null
  failure: FormFailure | null
}

/** The form that shows the number of whoever answers for the household, of one entry, for a reason, and what it has shown. Nothing where none is on record. */
export function RevealCadrePhone({ entries, revealed, failure }: Props) {
  const { t, locale } = useTranslator()
  const told = entries.filter(({ maskedCadrePhone }) => maskedCadrePhone !== null)
  const [newest] = told
  if (!newest) return null
  const nameOf = ({ cadreName, cadreOffice }: FactsView) =>
    cadreName ?? cadreOffice ?? t('household.factsCadre')
  const shown = revealed && told.find(({ id }) => id === revealed.factsId)
  return (
    <>
      {revealed && shown ? (
        <Banner tone="info" icon="phone" role="status" className="my-3">
          {t('household.revealedCadre', { name: nameOf(shown) })}{' '}
          <a className="link num nowrap" href={`tel:${revealed.number.replace(/[^\d+]/g, '')}`}>
            {revealed.number}
          </a>
        </Banner>
      ) : null}
      <Folded summary={t('household.revealCadre')} isOpen={failure !== null}>
        <DecideForm
          act={t('household.reveal')}
          intent="reveal-cadre"
          className="max-w-md"
          hidden={told.length === 1 ? { factsId: newest.id } : {}}
        >
          {told.length > 1 ? (
            <SelectField
              id="factsId"
              label={t('household.revealWhich')}
              {...fieldOf(failure, 'factsId')}
              choices={told.map((one) => ({
                value: one.id,
                text: `${nameOf(one)} · ${one.maskedCadrePhone ?? ''} · ${fullDay(locale, one.enteredOn)}`,
              }))}
            />
          ) : null}
          <Field
            id="cadreReason"
            label={t('household.revealReason')}
            hint={t('household.revealHint')}
            {...fieldOf(failure, 'cadreReason')}
            maxLength={200}
            required
          />
        </DecideForm>
      </Folded>
    </>
  )
}
