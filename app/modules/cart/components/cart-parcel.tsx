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
import { numberId, numberOf, type TypedNumber } from '../numbers-typed'
import { basketForm } from './basket-form'
import { PriceWas } from './price-was'
import { problemText } from './problem-text'
import { togetherText } from './together-text'

type CartParcelProps = {
  parcel: CartParcelView
  /** 1 = the first */
  number: number
  /** all lines of the basket whose number can be changed: the place among them names its fields */
  counted: readonly CartLineView[]
  /** what came back with a fault, numbers and all */
  numbers: readonly TypedNumber[]
}

/** What one shop sends, with the number and the way out for each piece. */
export function CartParcel({ parcel, number, counted, numbers }: CartParcelProps) {
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
        controls: (
          <LineControls line={line} place={counted.indexOf(line)} number={numberOf(numbers, line) ?? null} />
        ),
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

type LineControlsProps = {
  line: CartLineView
  /** -1: its number cannot be changed */
  place: number
  number: TypedNumber | null
}

function LineControls({ line, place, number }: LineControlsProps) {
  const { t, locale } = useTranslator()
  const id = numberId(line)
  const said = number?.fault ?? (line.problem ? problemText(line.problem, t, locale) : null)
  return (
    <>
      {said ? <FieldError id={`${id}-error`}>{said}</FieldError> : null}
      <div className="line-controls">
        {place >= 0 ? (
          <>
            <LineKey line={line} place={place} />
            <label className="unseen" htmlFor={id}>
              {t('shop.lineQuantity', { title: line.title })}
            </label>
            <input
              form={basketForm}
              className="box num"
              id={id}
              name={`lines[${place}].quantity`}
              defaultValue={number?.typed ?? line.quantity}
              inputMode="numeric"
              size={3}
              maxLength={3}
              autoComplete="off"
              aria-invalid={said ? true : undefined}
              aria-describedby={said ? `${id}-error` : undefined}
            />
            <Button form={basketForm} kind="text" className="min-w-11" name="intent" value="set">
              {t('shop.change')}
            </Button>
          </>
        ) : null}
        <Button
          form={basketForm}
          kind="text"
          className="min-w-11"
          name="mend"
          value={['remove', line.variantId, line.answersKey].filter(Boolean).join(':')}
          aria-label={t('shop.takeOutThis', { title: line.title })}
        >
          {t('shop.takeOut')}
        </Button>
      </div>
    </>
  )
}

/** Which line a number is of, and which number the page showed. */
function LineKey({
  line: { variantId, answersKey, quantity },
  place,
}: {
  line: CartLineView
  place: number
}) {
  return (
    <>
      <input form={basketForm} type="hidden" name={`lines[${place}].variantId`} value={variantId} />
      {answersKey ? (
        <input form={basketForm} type="hidden" name={`lines[${place}].answersKey`} value={answersKey} />
      ) : null}
      <input form={basketForm} type="hidden" name={`lines[${place}].shown`} value={quantity} />
    </>
  )
}
