import { serviceWords, trackedWords } from '~/modules/abroad/problem-words'
import { togetherText } from '~/modules/cart/components/together-text'
import { AnswerLines } from '~/modules/catalog/components/answer-lines'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { hanNumber } from '~/platform/i18n/han-number'
import { useTranslator } from '~/platform/i18n/use-translator'
import { formatFen } from '~/ui/format-fen'
import { Parcel } from '~/ui/parcel'
import type { OrderPageParcel } from '../get-order-page.server'
import { postageText } from '../postage-text'

/** What one seller sends of an order, as a tied bundle; `number` is that of the parcel it arrives in. */
export function ParcelView({ parcel, number }: { parcel: OrderPageParcel; number: number }) {
  const { t, locale, href } = useTranslator()
  return (
    <Parcel
      headingLevel={2}
      name={t('order.parcel', { index: locale === 'zh-CN' ? hanNumber(number) : number })}
      from={
        <a href={href(paths.maker({ slug: parcel.sellerSlug }))}>
          {t('order.parcelFrom', { seller: parcel.sellerName, county: parcel.county })}
        </a>
      }
      locale={locale}
      leaves={
        parcel.shipBy && parcel.status !== 'cancelled'
          ? t('order.leavesBy', { day: formatDay(locale, parcel.shipBy) })
          : ''
      }
      postage={
        parcel.together
          ? togetherText({ base: parcel.together, postageFen: parcel.postageFen }, t, locale)
          : [
              postageText(parcel.postageFen, t, locale),
              ...(parcel.sentBy
                ? [serviceWords(parcel.sentBy, t), trackedWords(parcel.sentBy.isTracked, t)]
                : []),
            ].join(t('shop.pause'))
      }
      lines={parcel.lines.map((line) => ({
        key: line.id,
        title: line.title,
        titleLang: line.titleLang,
        href: href(paths.product({ slug: line.slug })),
        photo: line.photo ?? undefined,
        note: (
          <>
            {[
              line.variant,
              line.quantity > 1
                ? t('order.pieceTimes', {
                    count: line.quantity,
                    price: formatFen(line.priceFen, 'exact', locale),
                  })
                : t('order.pieceCount', { count: line.quantity }),
            ]
              .filter(Boolean)
              .join(locale === 'zh-CN' ? '，' : ', ')}
            <AnswerLines answers={line.answers} />
          </>
        ),
        amountFen: line.amountFen,
      }))}
    />
  )
}
