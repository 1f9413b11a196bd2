import { noPicture } from '~/modules/search/no-picture'
import { paths } from '~/paths'
import { formatDay, formatMoney } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import { Photo } from '~/ui/photo'
import { Unbroken } from '~/ui/unbroken'
import type { SellerWork } from '../find-seller-work.server'

/** Parcels of one kind in her list of work; nothing when there are none. */
export function WorkList({ title, work }: { title: string; work: SellerWork[] }) {
  if (work.length === 0) return null
  return (
    <section className="studio-section">
      <h2>{title}</h2>
      <ul className="tasks">
        {work.map((one) => (
          <WorkItem key={one.id} work={one} />
        ))}
      </ul>
    </section>
  )
}

function WorkItem({ work }: { work: SellerWork }) {
  const { t, locale, href } = useTranslator()
  const { tone, text } = useWorkBadge(work)
  return (
    <li className="task">
      <a className="task-link" href={href(paths.studioOrder({ sellerOrderId: work.id }))}>
        <Photo photo={work.first?.photo ?? noPicture('')} sizes="5.25rem" alt="" />
        <span className="task-words">
          <b lang={work.first?.titleLang}>
            {t('order.workPieces', { title: work.first?.title ?? '', count: work.pieces })}
          </b>
          <span className="num task-number">
            <Unbroken text={t('order.workOrder', { number: work.number })} />
          </span>
          {work.status === 'cancelled' || work.herFen === null ? null : (
            <span>{t('order.workHers', { amount: formatMoney(locale, work.herFen) })}</span>
          )}
          {work.status === 'to_ship' && work.shipBy ? (
            <span className="task-due">{t('order.workBy', { day: formatDay(locale, work.shipBy) })}</span>
          ) : null}
        </span>
        <Badge tone={tone}>{text}</Badge>
      </a>
    </li>
  )
}

function useWorkBadge(work: SellerWork): { tone: BadgeTone; text: string } {
  const { t } = useTranslator()
  if (work.late) return { tone: 'late', text: t('order.workLate') }
  if (work.dueToday) return { tone: 'hers', text: t('order.workToday') }
  if (work.status === 'to_ship')
    return { tone: 'waiting', text: t(work.isMade ? 'order.workToMake' : 'order.workToSend') }
  if (work.status === 'shipped') return { tone: 'plain', text: t('order.workShipped') }
  if (work.status === 'received') return { tone: 'plain', text: t('order.workReceived') }
  if (work.status === 'cancelled') return { tone: 'plain', text: t('aftersales.workCancelled') }
  return { tone: 'done', text: t('order.workCompleted') }
}
