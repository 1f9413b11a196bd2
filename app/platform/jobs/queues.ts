/**
 * The job queues. The owner's role makes them (a queue is a partition), the application only uses them.
 * Every handler is idempotent: a job may run more than once.
 */
export const queues = [
  /** a provider's event was stored: re-read the truth and apply it. {eventId} */
  {
    name: 'payment-event',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 2, expireInSeconds: 60 },
  },
  /** ask the provider for a refund that was decided. {refundId} */
  { name: 'refund', options: { retryLimit: 8, retryBackoff: true, retryDelay: 2, expireInSeconds: 60 } },
  /** send one line of an approved batch to her account with the provider. {lineId} */
  {
    name: 'payout-transfer',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 2, expireInSeconds: 60 },
  },
  /** take money of a transfer back. {reversalId} */
  {
    name: 'transfer-reversal',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 2, expireInSeconds: 60 },
  },
  /** make the AVIF sizes of a picture, or of the next sample pictures. {mediaId} or {samples} */
  {
    name: 'picture-avif',
    options: { retryLimit: 2, retryBackoff: true, retryDelay: 30, expireInSeconds: 300 },
  },
  /** take the pictures out of the ZIP that came with a table. {archiveId} */
  {
    name: 'photo-archive',
    options: { retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInSeconds: 1800 },
  },
  /** a letter about an order whose buyer has an e-mail address. {orderId, about} */
  {
    name: 'order-letter',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 10, expireInSeconds: 60 },
  },
  /** whoever owns a purse hears of a new card for it. {bankAccountId, about} */
  {
    name: 'card-notice',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 10, expireInSeconds: 60 },
  },
  /** a maker hears that what she said has been typed up. {revisionId} */
  {
    name: 'dictation-notice',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 10, expireInSeconds: 60 },
  },
  /** tell the other side that a message waits. {messageId} */
  {
    name: 'message-notice',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 10, expireInSeconds: 60 },
  },
  /** a place lies elsewhere: what is made there is found by its new names. {regionId} */
  {
    name: 'place-search',
    options: { retryLimit: 8, retryBackoff: true, retryDelay: 10, expireInSeconds: 1800 },
  },
  /** what falls due by the shop's clock: unpaid orders, receipts by lapse, completed sales. {} */
  { name: 'due', options: { retryLimit: 0, expireInSeconds: 120, policy: 'short' } },
  /** what nobody can use any more is deleted: codes, sessions, baskets, pictures. {} */
  { name: 'sweep', options: { retryLimit: 0, expireInSeconds: 900, policy: 'short' } },
] as const satisfies readonly { name: string; options: Record<string, unknown> }[]

export type QueueName = (typeof queues)[number]['name']
