import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { CommissionRules } from '../find-commission-rules.server'
import { rateText, ruleText } from '../rule-text'
import { sellerKinds } from '../schema'
import type { TriedCommission } from '../try-commission.server'

type AddProps = { crafts: CommissionRules['crafts']; tomorrow: string; failure: FormFailure | null }

/** A rule from a day on. */
export function AddRuleForm({ crafts, tomorrow, failure }: AddProps) {
  const { t } = useTranslator()
  const craftChoices = useCrafts(crafts)
  const kindChoices = useKinds()
  return (
    <DecideForm title={t('commission.newTitle')} act={t('commission.add')} intent="add" kind="seal">
      <p className="quiet pb-3">{t('commission.newText')}</p>
      <SelectField
        id="craftId"
        label={t('commission.craft')}
        {...fieldOf(failure, 'craftId')}
        choices={[{ value: '', text: t('commission.anyCraft') }, ...craftChoices]}
      />
      <SelectField
        id="sellerKind"
        label={t('commission.kind')}
        {...fieldOf(failure, 'sellerKind')}
        choices={[{ value: '', text: t('commission.anyKind') }, ...kindChoices]}
      />
      <Field
        id="campaign"
        label={t('commission.campaign')}
        hint={t('commission.campaignHint')}
        {...fieldOf(failure, 'campaign')}
        maxLength={40}
      />
      <Field
        id="priority"
        label={t('commission.place')}
        hint={t('commission.placeHint')}
        {...fieldOf(failure, 'priority')}
        inputMode="numeric"
        figures
      />
      <Field
        id="bps"
        label={t('commission.rate')}
        hint={t('commission.rateHint')}
        {...fieldOf(failure, 'bps')}
        inputMode="decimal"
        suffix="%"
        figures
        required
      />
      <Field
        id="taxBps"
        label={t('commission.tax')}
        hint={t('commission.taxHint')}
        {...fieldOf(failure, 'taxBps', '0')}
        inputMode="decimal"
        suffix="%"
        figures
        required
      />
      <Field
        id="from"
        type="date"
        label={t('commission.from')}
        {...fieldOf(failure, 'from', tomorrow)}
        min={tomorrow}
        figures
        required
      />
      <Field id="until" type="date" label={t('commission.until')} {...fieldOf(failure, 'until')} figures />
      <Field
        id="note"
        label={t('commission.note')}
        hint={t('commission.noteHint')}
        {...fieldOf(failure, 'note')}
        maxLength={300}
        required
      />
    </DecideForm>
  )
}

/** What the rules are tried on, and what came of it. */
export type Trial = {
  craft: string | null
  kind: (typeof sellerKinds)[number]
  day: string
  /** as it is typed */
  price: string
  isPrice: boolean
  result: TriedCommission | null
}

/** Goods, seller and day of a sale, and the rule that it would meet. */
export function TryForm({ crafts, trial }: { crafts: CommissionRules['crafts']; trial: Trial }) {
  const { t, locale } = useTranslator()
  const craftChoices = useCrafts(crafts)
  const kindChoices = useKinds()
  const { result } = trial
  return (
    <form method="get" className="decide">
      <h2>{t('commission.tryTitle')}</h2>
      <SelectField
        id="craft"
        name="craft"
        label={t('commission.tryCraft')}
        defaultValue={trial.craft ?? undefined}
        choices={craftChoices}
      />
      <SelectField
        id="kind"
        name="kind"
        label={t('commission.tryKind')}
        defaultValue={trial.kind}
        choices={kindChoices}
      />
      <Field
        id="day"
        name="day"
        type="date"
        label={t('commission.tryDay')}
        defaultValue={trial.day}
        figures
      />
      <Field
        id="price"
        name="price"
        label={t('commission.tryPrice')}
        defaultValue={trial.price}
        error={!trial.isPrice ? t('commission.badPrice') : undefined}
        inputMode="decimal"
        figures
      />
      <div className="decide-acts">
        <Button kind="line">{t('commission.tryAct')}</Button>
      </div>
      {result ? (
        <p className="num pt-3" role="status">
          <b>
            {t('commission.tryResult', {
              place: result.rule.priority,
              rule: ruleText(result.rule, t, locale),
              rate: rateText(result.rule.bps, t),
            })}
          </b>{' '}
          {t('commission.tryAmounts', {
            price: formatMoney(locale, result.priceFen),
            commission: formatMoney(locale, result.commissionFen),
            tax: formatMoney(locale, result.taxFen),
            rest: formatMoney(locale, result.restFen),
          })}
        </p>
      ) : null}
    </form>
  )
}

function useCrafts(crafts: CommissionRules['crafts']) {
  const { locale } = useTranslator()
  return crafts.map(({ id, zh, en }) => ({ value: id, text: locale === 'en' ? en : zh }))
}

function useKinds() {
  const { t } = useTranslator()
  return sellerKinds.map((kind) => ({ value: kind, text: t(`household.kind_${kind}`) }))
}
