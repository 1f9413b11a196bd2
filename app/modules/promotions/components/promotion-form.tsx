import { fieldOf } from '~/platform/field-of'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { fromSafeNumber, toYuan } from '~/platform/money'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import type { PromotionChoices } from '../find-promotion-choices.server'
import type { PromotionView } from '../promotion-view'
import { bearers } from '../schema'

type PromotionFormProps = {
  choices: PromotionChoices
  /** the version that it follows and begins from */
  replaces: PromotionView | null
  failure: FormFailure | null
}

/** A new promotion, or the next version of one. */
export function PromotionForm({ choices, replaces, failure }: PromotionFormProps) {
  const { t, locale } = useTranslator()
  const of = (name: string, given?: string) => ({ id: name, ...fieldOf(failure, name, given) })
  const yuan = (fen: number | null | undefined) => (fen ? toYuan(fromSafeNumber(fen)) : undefined)
  const number = (value: number | null | undefined) => (value ? String(value) : undefined)
  const named = (items: PromotionChoices['crafts']) =>
    items.map(({ id, zh, en }) => ({ value: id, text: locale === 'en' ? en : zh }))
  return (
    <DecideForm
      title={t('promotion.newTitle')}
      act={t('promotion.add')}
      intent="add"
      kind="seal"
      className="max-w-2xl"
      hidden={{ replacesId: replaces?.id ?? '' }}
    >
      <p className="quiet pb-3">
        {replaces
          ? t('promotion.replaceText', { name: locale === 'en' ? replaces.nameEn : replaces.nameZh })
          : t('promotion.newText')}
      </p>
      <Field
        {...of('nameZh', replaces?.nameZh)}
        label={t('promotion.nameZh')}
        maxLength={40}
        lang="zh-CN"
        required
      />
      <Field
        {...of('nameEn', replaces?.nameEn)}
        label={t('promotion.nameEn')}
        maxLength={60}
        lang="en"
        required
      />
      <Field
        {...of('code', replaces?.code ?? undefined)}
        label={t('promotion.codeField')}
        hint={t('promotion.codeFieldHint')}
        maxLength={24}
        autoComplete="off"
      />
      <Field
        {...of('percentBps', replaces?.percentBps ? String(replaces.percentBps / 100) : undefined)}
        label={t('promotion.percent')}
        hint={t('promotion.percentHint')}
        inputMode="decimal"
        suffix="%"
        figures
      />
      <Field
        {...of('offFen', yuan(replaces?.offFen))}
        label={t('promotion.off')}
        prefix="¥"
        inputMode="decimal"
        figures
      />
      <Field
        {...of('minSpendFen', yuan(replaces?.minSpendFen))}
        label={t('promotion.minSpend')}
        hint={t('promotion.minSpendHint')}
        prefix="¥"
        inputMode="decimal"
        figures
      />
      <SelectField
        {...of('craftId', replaces?.craft?.id)}
        label={t('promotion.craft')}
        choices={[{ value: '', text: t('promotion.anyCraft') }, ...named(choices.crafts)]}
      />
      <SelectField
        {...of('sellerId', replaces?.seller?.id)}
        label={t('promotion.seller')}
        choices={[{ value: '', text: t('promotion.anySeller') }, ...named(choices.sellers)]}
      />
      <SelectField
        {...of('bearer', replaces?.bearer)}
        label={t('promotion.bearer')}
        choices={bearers.map((bearer) => ({ value: bearer, text: t(`promotion.bearer_${bearer}`) }))}
      />
      <Field
        {...of('sponsorName', replaces?.sponsor ?? undefined)}
        label={t('promotion.sponsorName')}
        hint={t('promotion.sponsorNameHint')}
        maxLength={60}
      />
      <Field
        {...of('mostUses', number(replaces?.mostUses))}
        label={t('promotion.mostUses')}
        hint={t('promotion.capHint')}
        inputMode="numeric"
        figures
      />
      <Field
        {...of('mostPerBuyer', number(replaces?.mostPerBuyer))}
        label={t('promotion.mostPerBuyer')}
        hint={t('promotion.perBuyerHint')}
        inputMode="numeric"
        figures
      />
      <Field
        {...of('from', choices.today)}
        type="date"
        label={t('promotion.from')}
        min={choices.today}
        figures
        required
      />
      <Field
        {...of('until', replaces?.until)}
        type="date"
        label={t('promotion.until')}
        min={choices.today}
        figures
        required
      />
      <Field
        {...of('note', replaces?.note)}
        label={t('promotion.note')}
        hint={t('promotion.noteHint')}
        maxLength={300}
        required
      />
    </DecideForm>
  )
}
