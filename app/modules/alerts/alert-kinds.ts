import type { MessageKey } from '~/platform/i18n/translate'

/** What staff can be called to look at. */
export const alertKinds = [
  /** money of another amount or currency than was asked for, or for an order that was paid already */
  'payment_quarantined',
  /** the provider or the buyer's bank did not take a refund: it is still owed */
  'refund_failed',
  /** a way to pay that the shop wants and the provider left out */
  'methods_missing',
  /** the provider writes its events in another version than this code was written for */
  'event_version',
  /** an event of the provider's that could not be worked off for a day */
  'event_failed',
  /** the provider's account lost or regained money to a buyer's bank */
  'dispute_opened',
  /** many cards refused within an hour, of one order or one network address: somebody tries out cards */
  'cards_tried',
  /** evidence is due in less than three days and was not handed in */
  'dispute_due',
  /** the provider would not send a payment to a seller: owed again */
  'transfer_failed',
  /** a bank sent a payment back days later: owed again */
  'payout_sent_back',
  /** somebody opened more than fifty sealed numbers, addresses or files within an hour */
  'revealed_often',
  /** a shop's money is to go to another card */
  'card_changed',
  /** one of the owners of a shop has closed her account: it goes on with the others */
  'owner_left',
] as const

export type AlertKind = (typeof alertKinds)[number]

/** About people, not about the books: for the administration, and for whoever coordinates the region (of staff: the region above). */
export const privacyKinds = [
  'revealed_often',
  'card_changed',
  'owner_left',
] as const satisfies readonly AlertKind[]

/** What it is, and what to do about it. */
export const alertWords = {
  payment_quarantined: { title: 'alert.payment_quarantined', act: 'alert.payment_quarantinedAct' },
  refund_failed: { title: 'alert.refund_failed', act: 'alert.refund_failedAct' },
  methods_missing: { title: 'alert.methods_missing', act: 'alert.methods_missingAct' },
  event_version: { title: 'alert.event_version', act: 'alert.event_versionAct' },
  event_failed: { title: 'alert.event_failed', act: 'alert.event_failedAct' },
  dispute_opened: { title: 'alert.dispute_opened', act: 'alert.dispute_openedAct' },
  cards_tried: { title: 'alert.cards_tried', act: 'alert.cards_triedAct' },
  dispute_due: { title: 'alert.dispute_due', act: 'alert.dispute_dueAct' },
  transfer_failed: { title: 'alert.transfer_failed', act: 'alert.transfer_failedAct' },
  payout_sent_back: { title: 'alert.payout_sent_back', act: 'alert.payout_sent_backAct' },
  card_changed: { title: 'alert.card_changed', act: 'alert.card_changedAct' },
  owner_left: { title: 'alert.owner_left', act: 'alert.owner_leftAct' },
  revealed_often: { title: 'alert.revealed_often', act: 'alert.revealed_oftenAct' },
} as const satisfies Record<AlertKind, { title: MessageKey; act: MessageKey }>
