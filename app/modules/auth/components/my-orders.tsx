import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import { Photo, type PhotoData } from '~/ui/photo'

type OrderState =
  | 'pending_payment'
  | 'paid'
  | 'partly_shipped'
  | 'shipped'
  | 'received'
  | 'expired'
  | 'cancelled'

type MyOrderView = {
  number: string
  state: OrderState
  /** in words */
  placedAt: string
  totalFen: number
  pieces: number
  firstTitleZh: string
  firstTitleEn: string | null
  photo: PhotoData | null
  going: { toShip: number; onTheWay: number; arrived: number }
}

const states: Record<OrderState, { tone: BadgeTone; text: MessageKey }> = {
  pending_payment: { tone: 'waiting', text: 'account.orderPending' },
  paid: { tone: 'plain', text: 'account.orderPaid' },
  partly_shipped: { tone: 'plain', text: 'account.orderPartly' },
  shipped: { tone: 'plain', text: 'account.orderShipped' },
  received: { tone: 'done', text: 'account.orderReceived' },
  expired: { tone: 'plain', text: 'account.orderExpired' },
  cancelled: { tone: 'plain', text: 'account.orderCancelled' },
}

/** What she bought while signed in, newest first; each number opens the order. */
export function MyOrders({ orders }: { orders: readonly MyOrderView[] }) {
  return (
    <ul className="max-w-[48rem]">
      {orders.map((order) => (
        <OrderRow key={order.number} order={order} />
      ))}
    </ul>
  )
}

function OrderRow({ order }: { order: MyOrderView }) {
  const { t, locale, href } = useTranslator()
  const isEnglish = locale === 'en' && order.firstTitleEn !== null
  const title = isEnglish ? (order.firstTitleEn ?? '') : order.firstTitleZh
  const { tone, text } = states[order.state]
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1 border-t border-line py-4">
      {order.photo ? <Photo className="w-16 shrink-0" photo={order.photo} sizes="4rem" alt="" /> : null}
      <div className="min-w-0 flex-1">
        <p>
          <a className="link-line num nowrap" href={href(paths.order({ number: order.number }))}>
            {order.number}
          </a>{' '}
          <Badge tone={tone}>{t(text)}</Badge>
        </p>
        <p>
          <span lang={isEnglish ? 'en' : 'zh-CN'}>{title}</span>
          {order.pieces > 1 ? (
            <span className="quiet nowrap"> {t('account.orderMore', { count: order.pieces })}</span>
          ) : null}
        </p>
        {order.state === 'partly_shipped' ? <p className="small">{goingText(order.going, t)}</p> : null}
        <p className="small quiet num">{t('account.orderPlaced', { time: order.placedAt })}</p>
      </div>
      <p className="num nowrap">{formatMoney(locale, order.totalFen)}</p>
    </li>
  )
}

/** Where the parcels are, as far as they are not all in one place. */
function goingText({ onTheWay, arrived, toShip }: MyOrderView['going'], t: Translate): string {
  const parts: readonly [MessageKey, number][] = [
    ['account.parcelsArrived', arrived],
    ['account.parcelsOnTheWay', onTheWay],
    ['account.parcelsToShip', toShip],
  ]
  return parts.flatMap(([key, count]) => (count > 0 ? [t(key, { count })] : [])).join(t('shop.pause'))
}
