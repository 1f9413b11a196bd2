import { expect, it } from 'vitest'
import { stateOfOrder } from './order-state'

it('is as far as the parcel that is least far', () => {
  expect(stateOfOrder('pending_payment', ['pending_payment'])).toBe('pending_payment')
  expect(stateOfOrder('expired', ['cancelled'])).toBe('expired')
  expect(stateOfOrder('paid', ['to_ship', 'to_ship'])).toBe('paid')
  expect(stateOfOrder('paid', ['to_ship', 'completed'])).toBe('partly_shipped')
  expect(stateOfOrder('paid', ['to_ship', 'shipped'])).toBe('partly_shipped')
  expect(stateOfOrder('paid', ['shipped', 'completed'])).toBe('shipped')
  expect(stateOfOrder('paid', ['received', 'completed'])).toBe('received')
})

it('leaves out parcels that were given up, unless all were', () => {
  expect(stateOfOrder('paid', ['cancelled', 'completed'])).toBe('received')
  expect(stateOfOrder('paid', ['cancelled', 'to_ship'])).toBe('paid')
  expect(stateOfOrder('paid', ['cancelled', 'cancelled'])).toBe('cancelled')
})
