import type { CartLineView, CartView } from '~/modules/cart/cart-view'
import { problemText } from '~/modules/cart/components/problem-text'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'

/**
 * Which pieces can no longer be had as they lie in the basket, and the way on: each button sends the whole form, so that what was typed goes along.
 * Stands inside the checkout's form; nothing while the basket is as it should be.
 */
export function CheckoutProblems({ cart }: { cart: CartView }) {
  const { t, locale, href } = useTranslator()
  const lines = cart.parcels.flatMap((parcel) => parcel.lines)
  const faulty = lines.filter((line) => line.problem !== null)
  if (faulty.length === 0) return null
  const isAllGone = lines.every((line) => line.most === 0)
  return (
    <Banner tone="wait" role="alert" id="basket-faults">
      <p>
        {t(faulty.every(({ problem }) => problem?.kind === 'held') ? 'order.mendHeld' : 'order.mendTitle', {
          count: faulty.length,
        })}
      </p>
      <ul className="mend">
        {faulty.map((line) => (
          <li key={line.variantId + line.answersKey}>
            <p>
              <b lang={line.titleLang ?? undefined}>{line.title}</b>
              {t('order.mendColon')}
              {line.problem ? problemText(line.problem, t, locale) : null}
            </p>
            <MendButtons line={line} />
          </li>
        ))}
      </ul>
      <p>{isAllGone ? t('order.mendNoRest') : t('order.mendRest')}</p>
      <p className="mend-ways">
        <a className="link" href={href(paths.cart())}>
          {t('order.backToCart')}
        </a>
        {isAllGone ? (
          <a className="link" href={href(paths.search())}>
            {t('order.emptyAction')}
          </a>
        ) : null}
      </p>
    </Banner>
  )
}

function MendButtons({ line: { variantId, answersKey, title, problem } }: { line: CartLineView }) {
  const { t } = useTranslator()
  const which = answersKey ? `:${answersKey}` : ''
  return (
    <span className="mend-acts">
      {problem?.kind === 'only' ? (
        <Button
          size={44}
          name="mend"
          value={`set:${variantId}:${problem.most}${which}`}
          aria-label={t('order.mendSetThis', { title, most: problem.most })}
        >
          {t('order.mendSet', { most: problem.most })}
        </Button>
      ) : null}
      <Button
        size={44}
        name="mend"
        value={`remove:${variantId}${which}`}
        aria-label={t('shop.takeOutThis', { title })}
      >
        {t('shop.takeOut')}
      </Button>
    </span>
  )
}
