import type { DisputeState, ReceivedHow } from '~/generated/prisma/enums'
import { toSafeNumber } from '~/platform/money'

/** Something that happened to the sale or to its dispute. */
export type DisputeMoment =
  | { key: string; at: string; what: 'placed' | 'paid' | 'opened' }
  | { key: string; at: string; what: 'shipped'; shipments: { carrier: string; trackingNumber: string }[] }
  | { key: string; at: string; what: 'received'; how: ReceivedHow }
  | { key: string; at: string; what: 'cancelled'; note: string | null }
  | { key: string; at: string; what: 'refunded'; amountFen: number }
  | { key: string; at: string; what: 'submitted' | 'accepted'; who: string | null }
  | { key: string; at: string; what: 'state'; state: DisputeState }

type Told = {
  openedAt: Date
  events: readonly { id: bigint; at: Date; cause: string; state: DisputeState; actorUserId: string | null }[]
  payment: {
    paidAt: Date | null
    refunds: readonly { id: string; amountMinor: bigint; finishedAt: Date | null }[]
  }
  order: {
    placedAt: Date
    sellerOrders: readonly {
      id: string
      shippedAt: Date | null
      receivedAt: Date | null
      receivedHow: ReceivedHow | null
      cancelledAt: Date | null
      cancelWords: { note: string } | null
      shipments: { carrier: string; trackingNumber: string }[]
    }[]
  }
  /** of staff, by user */
  names: ReadonlyMap<string, string>
}

/** All that our books know of a disputed sale, in the order in which it happened. */
export function storyOf({ openedAt, events, payment, order, names }: Told): DisputeMoment[] {
  const moments: (DisputeMoment | null)[] = [
    moment('placed', order.placedAt, { what: 'placed' }),
    moment('paid', payment.paidAt, { what: 'paid' }),
    ...order.sellerOrders.flatMap(({ id, shipments, receivedHow, cancelWords, ...parcel }) => [
      moment(`shipped-${id}`, parcel.shippedAt, { what: 'shipped', shipments }),
      moment(`received-${id}`, parcel.receivedAt, { what: 'received', how: receivedHow ?? 'lapse' }),
      moment(`cancelled-${id}`, parcel.cancelledAt, { what: 'cancelled', note: cancelWords?.note ?? null }),
    ]),
    ...payment.refunds.map(({ id, amountMinor, finishedAt }) =>
      moment(`refund-${id}`, finishedAt, { what: 'refunded', amountFen: toSafeNumber(amountMinor) }),
    ),
    // as the shop's own clock saw it: the provider's knows nothing of the demo's
    moment('opened', events[0]?.at ?? openedAt, { what: 'opened' }),
    ...events
      .filter((event) => !isSaid(event, events))
      .map(({ id, at, cause, state, actorUserId }) =>
        moment(
          String(id),
          at,
          cause === 'submitted' || cause === 'accepted'
            ? { what: cause, who: actorUserId ? (names.get(actorUserId) ?? null) : null }
            : { what: 'state', state },
        ),
      ),
  ]
  return moments.flatMap((one) => one ?? []).sort((one, other) => one.at.localeCompare(other.at))
}

/** The provider's word for what another moment says already: it was opened, we have answered, we have given it up. */
function isSaid({ state, cause }: Told['events'][number], events: Told['events']): boolean {
  if (cause === 'submitted' || cause === 'accepted') return false
  const has = (own: string) => events.some((event) => event.cause === own)
  if (state === 'under_review') return has('submitted')
  return state === 'needs_response' || (state === 'lost' && has('accepted'))
}

type What = DisputeMoment extends infer M ? (M extends DisputeMoment ? Omit<M, 'key' | 'at'> : never) : never

function moment(key: string, at: Date | null, what: What): DisputeMoment | null {
  return at && { key, at: at.toISOString(), ...what }
}
