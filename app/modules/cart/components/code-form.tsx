import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import type { CartPromotion } from '../cart-view'
import { codeProblem } from './code-problem'

type CodeFormProps = {
  promotion: CartPromotion
  /** what was typed just now and why it was refused */
  fault: { typed: string; text: string } | null
}

/** The basket's promotion code; sent empty, it is taken off. */
export function CodeForm({ promotion, fault }: CodeFormProps) {
  const { t, locale, href } = useTranslator()
  return (
    <form method="post" action={href(paths.cart())} className="code-form" noValidate>
      <Field
        id="promoCode"
        name="promoCode"
        label={t('promotion.code')}
        mark={t('common.optional')}
        defaultValue={fault?.typed ?? promotion.code}
        error={fault?.text ?? codeProblem(promotion, t, locale)}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
      />
      <Button name="intent" value="code">
        {t('promotion.apply')}
      </Button>
    </form>
  )
}
