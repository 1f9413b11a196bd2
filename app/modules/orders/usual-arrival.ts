import { addDays, type Day, dayOf } from '~/platform/calendar'
import type { OrderPageParcel } from './get-order-page.server'

type Way = {
  status: OrderPageParcel['status']
  /** the day by which it leaves */
  shipBy: Day | null
  shippedAt: Date | null
  /** for how many days a parcel is usually on its way at most; null: nothing is known of it */
  wayDays: number | null
}

/** The day by which a paid parcel has usually arrived: counted from the day on which it was sent, before that from the day by which it leaves. Null once it has arrived, and for one that does not come. */
export function usualArrival({ status, shipBy, shippedAt, wayDays }: Way): Day | null {
  if (wayDays === null) return null
  if (status === 'shipped') return shippedAt && addDays(dayOf(shippedAt), wayDays)
  return status === 'to_ship' ? shipBy && addDays(shipBy, wayDays) : null
}
