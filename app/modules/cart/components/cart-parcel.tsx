import { AnswerLines } from '~/modules/catalog/components/answer-lines'
import { whenWithin } from '~/modules/search/components/when-of'
import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { hanNumber } from '~/platform/i18n/han-number'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { FieldError } from '~/ui/field'
import { Parcel } from '~/ui/parcel'
import type { CartLineView, CartParcelView } from '../cart-view'
import { PriceWas } from './price-was'
import { problemText } from './problem-text'
import { togetherText } from './together-text'

/** What was wrong with a change just now, and what she had typed. */
type LineFault = { variantId: string; answersKey: string; text: string; typed: string }

type CartParcelProps = {
  parcel: CartParcelView
  /** 1 = the first */
  number: number
  fault: LineFault | null
}

/** What one shop sends, with the number and the way out for each piece. */
export function CartParcel({ parcel, number, fault }: CartParcelProps) {
  const { t, locale, href } = useTranslator()
  return (
    <Parcel
      name={t('shop.parcelName', { number: locale === 'en' ? number : hanNumber(number) })}
      from={
        <a className="link" href={href(paths.maker({ slug: parcel.sellerSlug }))}>
          {t('shop.parcelFrom', { seller: parcel.sellerName, county: parcel.county })}
        </a>
      }
      locale={locale}
      headingLevel={2}
      leaves={
        parcel.leavesBy
          ? t('shop.parcelLeaves', { day: formatDay(locale, parcel.leavesBy) })
          : t('shop.parcelWaits')
      }
      arrives={parcel.arrivesBy && t('shop.arrives', { day: formatDay(locale, parcel.arrivesBy) })}
      postage={postageText(parcel, t, locale)}
      lines={parcel.lines.map((line) => ({
        key: line.variantId + line.answersKey,
        title: line.title,
        href: href(paths.product({ slug: line.slug })),
        titleLang: line.titleLang ?? undefined,
        photo: line.picture,
        note: <LineNote line={line} />,
        amountFen: line.problem && line.amountFen === 0 ? null : line.amountFen,
        controls: <LineControls line={line} fault={isOf(fault, line) ? fault : null} />,
      }))}
    />
  )
}

function postageText(
  { postageFen, sentBy, isStuck, together, leavesBy }: CartParcelView,
  t: Translate,
  locale: Locale,
): string {
  if (isStuck) return t('abroad.stuck')
  if (sentBy) return t('abroad.postageTo', { amount: formatMoney(locale, postageFen), by: sentBy })
  if (together) return togetherText({ base: together, postageFen }, t, locale)
  if (!leavesBy && postageFen === 0) return ''
  return postageFen === 0
    ? t('shop.parcelFree')
    : t('shop.parcelPostage', { amount: formatMoney(locale, postageFen) })
}

function isOf(fault: LineFault | null, line: CartLineView): boolean {
  return fault?.variantId === line.variantId && fault.answersKey === line.answersKey
}

/** Which variant, what one costs, when it can leave. */
function LineNote({ line }: { line: CartLineView }) {
  const { t, locale } = useTranslator()
  return (
    <>
      {line.variantName ? (
        <>
          <span lang={line.variantLang ?? undefined}>{line.variantName}</span>
          {t('shop.pause')}
        </>
      ) : null}
      {t('shop.lineUnit', { price: formatMoney(locale, line.unitPriceFen) })}
      {line.problem ? null : t('shop.pause') + whenWithin(line.availability, t)}
      <PriceWas line={line} />
      <AnswerLines answers={line.answers} />
    </>
  )
}

function LineControls({ line, fault }: { line: CartLineView; fault: LineFault | null }) {
  const { t, href } = useTranslator()
  const id = `quantity-${line.variantId}${line.answersKey}`
  const said = fault?.text ?? (line.problem ? problemText(line.problem, t) : null)
  return (
    <>
      {said ? <FieldError id={`${id}-error`}>{said}</FieldError> : null}
      <div className="line-controls">
        {line.most > 1 || (line.most === 1 && line.quantity > 1) ? (
          <form method="post" action={href(paths.cart())} noValidate>
            <LineKey line={line} />
            <label className="unseen" htmlFor={id}>
              {t('shop.lineQuantity', { title: line.title })}
            </label>
            <input
              className="box num"
              id={id}
              name="quantity"
              defaultValue={fault?.typed ?? line.quantity}
              inputMode="numeric"
              size={3}
              maxLength={3}
              autoComplete="off"
              aria-invalid={said ? true : undefined}
              aria-describedby={said ? `${id}-error` : undefined}
            />
            <Button kind="text" className="min-w-11" name="intent" value="set">
              {t('shop.change')}
            </Button>
          </form>
        ) : null}
        <form method="post" action={href(paths.cart())} noValidate>
          <LineKey line={line} />
          <Button
            kind="text"
            className="min-w-11"
            name="intent"
            value="remove"
            aria-label={t('shop.takeOutThis', { title: line.title })}
          >
            {t('shop.takeOut')}
          </Button>
        </form>
      </div>
    </>
  )
}

function LineKey({ line }: { line: CartLineView }) {
  return (
    <>
      <input type="hidden" name="variantId" value={line.variantId} />
      {line.answersKey ? <input type="hidden" name="answersKey" value={line.answersKey} /> : null}
    </>
  )
}
