import type { PhraseKey, Side } from '~/modules/messages/phrases'

type SampleMessage = {
  readonly side: Side
  readonly daysAgo: number
  readonly phrase?: PhraseKey
  readonly words?: string
  /** false: it still waits */
  readonly isRead?: boolean
}

export type SampleConversation = {
  /** a piece, by its address; null: her newest paid order with that maker */
  readonly product: string | null
  /** who answers */
  readonly seller: string
  readonly messages: readonly SampleMessage[]
}

/** What the demo's buyer and two makers wrote to each other: answered, waiting for the maker, about an order. */
export const conversations: readonly SampleConversation[] = [
  {
    product: 'wreath-five-knots',
    seller: 'guilan',
    messages: [
      { side: 'buyer', daysAgo: 9, phrase: 'otherSize', words: '挂在一米二宽的门上。' },
      { side: 'seller', daysAgo: 8, phrase: 'canMakeIt' },
      { side: 'seller', daysAgo: 8, words: '大的要多打两天，先说一声。' },
      { side: 'buyer', daysAgo: 1, words: '两天不要紧。穗子用墨绿的行吗？', isRead: false },
    ],
  },
  {
    product: 'double-bracelet-amber',
    seller: 'xiuzhen',
    messages: [
      { side: 'buyer', daysAgo: 4, words: 'Would it fit a wrist of 16 cm?' },
      { side: 'seller', daysAgo: 3, phrase: 'tellSize', isRead: false },
    ],
  },
  {
    product: null,
    seller: 'guilan',
    messages: [
      { side: 'seller', daysAgo: 2, phrase: 'beganMaking' },
      { side: 'buyer', daysAgo: 2, phrase: 'thanks' },
    ],
  },
]
