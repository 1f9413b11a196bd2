import type { Locale } from '~/platform/i18n/locale'
import type { PhraseKey, Side } from './phrases'

export type MessageView = {
  id: string
  isMine: boolean
  /** of the two */
  side: Side
  phrase: PhraseKey | null
  words: string | null
  /** there were words; the account that they were written to or by was closed, and nobody reads them any more */
  isErased: boolean
  /** of the words */
  lang: Locale | null
  /** ISO */
  sentAt: string
  /** of mine: the other side had it open */
  isRead: boolean
  photos: string[]
}

/** What a conversation is about, as its page says it. */
export type SubjectView = {
  /** the maker's shop, for the buyer; for the maker the buyer is never named */
  sellerName: string
  sellerSlug: string
  piece: { title: string; slug: string } | null
  order: { number: string; sellerOrderId: string } | null
}

export type ConversationView = SubjectView & {
  /** null before the first message */
  id: string | null
  side: Side
  messages: MessageView[]
  hasUnread: boolean
  /** an order of the two is paid: numbers and links pass */
  isPaid: boolean
  /** who does not want to be written to; null: nobody, and always in one about an order */
  blockedBy: 'me' | 'them' | null
  /** the buyer's account was closed: nothing is written here any more */
  isClosed: boolean
  /** whether she may block at all: not in one about an order */
  canBlock: boolean
}

export type ConversationRow = SubjectView & {
  id: string
  last: {
    isMine: boolean
    phrase: PhraseKey | null
    words: string | null
    isErased: boolean
    lang: Locale | null
    sentAt: string
  }
  unread: number
}
