import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import type { CartPromotion } from '../cart-view'
import { basketForm } from './basket-form'
import { codeProblem } from './code-problem'

type CodeFormProps = {
  promotion: CartPromotion
  /** what stood in the field of a basket that came back, and what was wrong with it */
  sent: { typed: string; fault: string | null } | null
}

/** The basket's promotion code, which goes along with whatever else is sent; empty, it is taken off. */
export function CodeForm({ promotion, sent }: CodeFormProps) {
  const { t, locale } = useTranslator()
  return (
    <div className="code-form">
      <Field
        id="promoCode"
        name="promoCode"
        form={basketForm}
        label={t('promotion.code')}
        mark={t('common.optional')}
        defaultValue={sent?.typed ?? promotion.code}
        error={sent?.fault ?? codeProblem(promotion, t, locale)}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
      />
      <Button form={basketForm} name="intent" value="code">
        {t('promotion.apply')}
      </Button>
    </div>
  )
}
