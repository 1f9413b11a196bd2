import { paths } from '~/paths'
import { formatMoney } from '~/platform/i18n/format'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import { Table } from '~/ui/table'

type OrderStatus = 'pending_payment' | 'paid' | 'expired' | 'cancelled'

type MyOrderView = {
  number: string
  status: OrderStatus
  /** in words */
  placedAt: string
  totalFen: number
  pieces: number
  firstTitleZh: string
  firstTitleEn: string | null
}

const states: Record<OrderStatus, { tone: BadgeTone; text: MessageKey }> = {
  pending_payment: { tone: 'waiting', text: 'account.orderPending' },
  paid: { tone: 'done', text: 'account.orderPaid' },
  expired: { tone: 'plain', text: 'account.orderExpired' },
  cancelled: { tone: 'plain', text: 'account.orderCancelled' },
}

/** What she bought while signed in, newest first; each number opens the order. */
export function MyOrders({ orders }: { orders: readonly MyOrderView[] }) {
  const { t, locale, href } = useTranslator()
  return (
    <Table
      caption={t('account.ordersTitle')}
      captionHidden
      rows={orders}
      rowKey={(order) => order.number}
      columns={[
        {
          key: 'number',
          header: t('account.orderNumber'),
          rowHeader: true,
          cell: (order) => (
            <a className="link num nowrap" href={href(paths.order({ number: order.number }))}>
              {order.number}
            </a>
          ),
        },
        { key: 'what', header: t('account.orderWhat'), cell: (order) => <What order={order} /> },
        {
          key: 'state',
          header: t('account.orderState'),
          cell: ({ status }) => <Badge tone={states[status].tone}>{t(states[status].text)}</Badge>,
        },
        { key: 'placed', header: t('account.orderPlaced'), wideOnly: true, cell: (order) => order.placedAt },
        {
          key: 'total',
          header: t('account.orderTotal'),
          numeric: true,
          cell: (order) => formatMoney(locale, order.totalFen),
        },
      ]}
    />
  )
}

function What({ order }: { order: MyOrderView }) {
  const { t, locale } = useTranslator()
  const isEnglish = locale === 'en' && order.firstTitleEn !== null
  const title = isEnglish ? (order.firstTitleEn ?? '') : order.firstTitleZh
  return (
    <span lang={isEnglish ? 'en' : 'zh-CN'}>
      {order.pieces > 1 ? t('account.orderMore', { title, count: order.pieces }) : title}
    </span>
  )
}
