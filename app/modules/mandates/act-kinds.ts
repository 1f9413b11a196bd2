/** What an agent can have done: noun.verb, as in the audit. */
export const actKinds = [
  'listing.started',
  'listing.copied',
  'listing.reopened',
  'listing.saved',
  'listing.submitted',
  'listing.taken_back',
  'listing.discarded',
  'listing.paused',
  'listing.resumed',
  'stock.counted',
  'question.answered',
  'report.answered',
  'order.begun',
  'order.shipped',
  'order.given_up',
  'rest.planned',
  'rest.removed',
  'shop.opened',
  'shop.paused',
] as const
export type ActKind = (typeof actKinds)[number]
