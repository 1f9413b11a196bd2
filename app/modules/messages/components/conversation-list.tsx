import { formatBeijingTime } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Unbroken } from '~/ui/unbroken'
import type { ConversationRow } from '../message-view'
import { sayingOf } from '../saying'

type ConversationListProps = {
  rows: readonly ConversationRow[]
  hrefOf: (row: ConversationRow) => string
  /** whether the maker's shop is named: not in her own studio */
  namesSeller: boolean
}

/** Conversations, unread ones first: about what, the last thing said, when. */
export function ConversationList({ rows, hrefOf, namesSeller }: ConversationListProps) {
  const { t, locale } = useTranslator()
  return (
    <ul className="talks">
      {rows.map((row) => {
        const { piece, order, last } = row
        const what = order ? t('messages.aboutOrder', { number: order.number }) : (piece?.title ?? '')
        return (
          <li key={row.id}>
            <a className="talk-row" href={hrefOf(row)}>
              <span className="talk-row-words">
                <b>
                  <Unbroken
                    text={namesSeller ? t('messages.withAbout', { seller: row.sellerName, what }) : what}
                  />
                </b>
                <span className="talk-last" lang={last.words === null ? undefined : (last.lang ?? undefined)}>
                  {last.isErased
                    ? t('messages.erased')
                    : (last.words ?? (last.phrase && sayingOf(t, last.phrase)))}
                </span>
                <time dateTime={last.sentAt}>{formatBeijingTime(locale, new Date(last.sentAt))}</time>
              </span>
              {row.unread > 0 ? (
                <Badge tone="hers">{t('messages.unread', { count: row.unread })}</Badge>
              ) : last.isMine ? null : (
                <Badge tone="plain">{t('messages.seen')}</Badge>
              )}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
