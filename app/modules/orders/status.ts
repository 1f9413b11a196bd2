import type { OrderStatus, SellerOrderStatus } from '~/generated/prisma/enums'

/** From each state, the states that may follow. The same state again is a no-op, not a step. */
export const orderSteps = {
  pending_payment: ['paid', 'expired', 'cancelled'],
  /** a payment that arrives late still buys the pieces if they are free */
  expired: ['paid'],
  cancelled: ['paid'],
  paid: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>

export const sellerOrderSteps = {
  pending_payment: ['to_ship', 'cancelled'],
  cancelled: ['to_ship'],
  /** paid, and given up by either side before it was sent */
  to_ship: ['shipped', 'cancelled'],
  shipped: ['received'],
  received: ['completed'],
  completed: [],
} as const satisfies Record<SellerOrderStatus, readonly SellerOrderStatus[]>
