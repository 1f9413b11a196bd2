import type { MessageKey, Translate } from '~/platform/i18n/translate'
import { channels, none, waysToPay } from './schema'

/** The questions by which sales are told apart. */
export const groupKinds = ['place', 'craft', 'seller', 'base', 'channel', 'paidBy'] as const
export type GroupKind = (typeof groupKinds)[number]

export const groupTitle = {
  place: 'sales.byPlace',
  craft: 'sales.byCraft',
  seller: 'sales.bySeller',
  base: 'sales.byBase',
  channel: 'sales.byChannel',
  paidBy: 'sales.byPaidBy',
} as const satisfies Record<GroupKind, MessageKey>

/** A group by its name: its own, or the word for what has none. */
export function groupName(
  t: Translate,
  kind: GroupKind,
  { key, name }: { key: string; name: string },
): string {
  const channel = channels.find((one) => one === key)
  if (kind === 'channel' && channel) return t(`sales.channel_${channel}`)
  const way = waysToPay.find((one) => one === key)
  if (kind === 'paidBy' && way) return t(`sales.paidBy_${way}`)
  if (key === none) return t(kind === 'base' ? 'sales.noBase' : 'sales.noCraft')
  return name
}
