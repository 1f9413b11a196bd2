import { DutiesNote } from '~/modules/abroad/components/destination-line'
import { countParcels, numberParcels } from '~/modules/bases/number-parcels'
import type { CartView } from '~/modules/cart/cart-view'
import { PriceWas } from '~/modules/cart/components/price-was'
import { problemText } from '~/modules/cart/components/problem-text'
import { PromotionRows } from '~/modules/cart/components/promotion-rows'
import { togetherText } from '~/modules/cart/components/together-text'
import { AnswerLines } from '~/modules/catalog/components/answer-lines'
import { EstimateLine } from '~/modules/rates/components/estimate'
import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { hanNumber } from '~/platform/i18n/han-number'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Parcel } from '~/ui/parcel'
import { WholeWords } from '~/ui/whole-words'
import { postageText } from '../postage-text'

/** What is in the parcels and what it comes to, before paying. */
export function CheckoutSum({ cart }: { cart: CartView }) {
  const { t, locale, href } = useTranslator()
  return (
    <aside className="sum" id="sum" data-counted>
      <h2>
        <WholeWords text={t('order.sumTitle', { parcels: countParcels(cart.parcels) })} />
      </h2>
      {numberParcels(cart.parcels).map(({ part: parcel, number }) => (
        <Parcel
          key={parcel.sellerId}
          name={t('order.parcel', { index: locale === 'zh-CN' ? hanNumber(number) : number })}
          from={t('order.parcelFrom', { seller: parcel.sellerName, county: parcel.county })}
          locale={locale}
          leaves={parcel.leavesBy ? t('order.leavesBy', { day: formatDay(locale, parcel.leavesBy) }) : ''}
          arrives={parcel.arrivesBy && t('shop.arrives', { day: formatDay(locale, parcel.arrivesBy) })}
          postage={
            parcel.isStuck
              ? t('abroad.stuck')
              : parcel.together
                ? togetherText({ base: parcel.together, postageFen: parcel.postageFen }, t, locale)
                : [postageText(parcel.postageFen, t, locale), parcel.sentBy]
                    .filter(Boolean)
                    .join(t('shop.pause'))
          }
          lines={parcel.lines.map((line) => ({
            key: line.variantId + line.answersKey,
            title: line.title,
            titleLang: line.titleLang ?? undefined,
            photo: line.picture,
            note: (
              <>
                {[
                  line.variantName,
                  line.problem
                    ? problemText(line.problem, t, locale)
                    : t('order.pieceTimes', {
                        count: line.quantity,
                        price: formatMoney(locale, line.unitPriceFen),
                      }),
                ]
                  .filter(Boolean)
                  .join(locale === 'zh-CN' ? '，' : ', ')}
                <PriceWas line={line} />
                <AnswerLines answers={line.answers} />
              </>
            ),
            amountFen: line.problem && line.amountFen === 0 ? null : line.amountFen,
          }))}
        />
      ))}
      <p className="sum-row">
        <span>{t('shop.sumItems')}</span>
        <span className="num">{formatMoney(locale, cart.itemsFen)}</span>
      </p>
      <PromotionRows {...cart.promotion} parcels={cart.parcels} />
      <p className="sum-row">
        <span>{t('order.postage')}</span>
        <span className="num">{formatMoney(locale, cart.postageFen)}</span>
      </p>
      <p className="sum-total">
        <span>{t('order.total')}</span>
        <b className="num">{formatMoney(locale, cart.totalFen)}</b>
      </p>
      <EstimateLine fen={cart.totalFen} />
      {cart.destination ? <DutiesNote destination={cart.destination} /> : null}
      <p className="small">
        <a className="link" href={href(paths.impact())}>
          {t('order.whereMoneyGoes')}
        </a>
      </p>
    </aside>
  )
}
