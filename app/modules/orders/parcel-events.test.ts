import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translate'
import type { OrderPageParcel } from './get-order-page.server'
import { parcelEvents } from './parcel-events'

const parcel: OrderPageParcel = {
  id: '',
  status: 'to_ship',
  sellerName: '',
  sellerSlug: '',
  county: '',
  itemsFen: 0,
  discountFen: 0,
  postageFen: 0,
  together: null,
  sentBy: null,
  isMade: false,
  shipBy: '2026-12-02',
  shippedAt: null,
  receivedAt: null,
  receivedHow: null,
  returnBy: null,
  completeAfter: null,
  completedAt: null,
  shipments: [],
  lines: [],
}

it.each([
  [false, '在备货'],
  [true, '在做'],
])('what lies ready is not said to be in the making (made for her: %s)', (isMade, title) => {
  const events = parcelEvents({
    parcel: { ...parcel, isMade },
    paidAt: null,
    t: translator('zh-CN'),
    locale: 'zh-CN',
  })
  expect(events.find(({ state }) => state === 'now')?.title).toBe(title)
})
