import type { OrderStatus, SellerOrderStatus } from '~/generated/prisma/enums'

/** How far an order is in its buyer's eyes. */
export type MyOrderState = OrderStatus | 'partly_shipped' | 'shipped' | 'received'

/** That of the parcel which is least far, once it is paid; while some are sent and others are not, that. Parcels that were given up say something only when all were. */
export function stateOfOrder(status: OrderStatus, parcels: readonly SellerOrderStatus[]): MyOrderState {
  if (status !== 'paid') return status
  const going = parcels.filter((parcel) => parcel !== 'cancelled')
  if (going.length === 0) return 'cancelled'
  if (going.every((parcel) => parcel === 'received' || parcel === 'completed')) return 'received'
  if (going.every((parcel) => parcel === 'to_ship')) return 'paid'
  return going.includes('to_ship') ? 'partly_shipped' : 'shipped'
}
