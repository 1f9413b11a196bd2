import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { scopeText, spanText, takesText } from '../promotion-text'
import { type PromotionView, stateTone } from '../promotion-view'

/** A promotion that a maker bears, with what she can do about it. */
export function OwnPromotion({ promotion }: { promotion: PromotionView }) {
  const { t, locale } = useTranslator()
  const { id, nameZh, nameEn, code, state, agreedOn } = promotion
  const isWaiting = state === 'waiting'
  return (
    <section className="studio-section">
      <h2>
        {locale === 'en' ? nameEn : nameZh}{' '}
        <Badge tone={stateTone[state]}>
          {isWaiting ? t('promotion.waiting') : t(`promotion.state_${state}`)}
        </Badge>
      </h2>
      <p>
        {[
          takesText(promotion, t, locale),
          scopeText(promotion, t, locale),
          code ?? t('promotion.automatic'),
        ].join(locale === 'en' ? ', ' : '，')}
      </p>
      <p className="quiet">{spanText(promotion, t, locale)}</p>
      {agreedOn ? (
        <p className="quiet">{t('promotion.agreedOn', { day: formatDay(locale, agreedOn) })}</p>
      ) : null}
      {state === 'ended' ? null : (
        <form method="post" className="flex flex-wrap gap-3 pt-4">
          <input type="hidden" name="promotionId" value={id} />
          {isWaiting ? (
            <Button kind="seal" name="intent" value="agree">
              {t('promotion.agree')}
            </Button>
          ) : null}
          <Button kind="line" name="intent" value="decline">
            {t(isWaiting ? 'promotion.decline' : 'promotion.endOwn')}
          </Button>
        </form>
      )}
    </section>
  )
}
