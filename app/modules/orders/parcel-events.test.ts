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
  arrivesBy: '2026-12-08',
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
    isPresent: false,
    t: translator('zh-CN'),
    locale: 'zh-CN',
  })
  expect(events.find(({ state }) => state === 'now')?.title).toBe(title)
})

it.each([
  [false, '您确认的'],
  [true, '有人点了「我收到了」'],
])(
  'whoever gave it is not said to have confirmed what its receiver may have (a present: %s)',
  (isPresent, said) => {
    const events = parcelEvents({
      parcel: { ...parcel, status: 'received', receivedAt: '2026-12-02T01:52:00Z', receivedHow: 'buyer' },
      paidAt: null,
      isPresent,
      t: translator('zh-CN'),
      locale: 'zh-CN',
    })
    expect(events.find(({ key }) => key === 'received')?.detail).toContain(said)
  },
)

it.each([
  ['to_ship', true],
  ['shipped', true],
  ['received', false],
] as const)('says by which day it usually arrives until it has (%s)', (status, isSaid) => {
  const receivedAt = status === 'received' ? '2026-12-07T01:52:00Z' : null
  const events = parcelEvents({
    parcel: { ...parcel, status, receivedAt },
    paidAt: null,
    isPresent: false,
    t: translator('zh-CN'),
    locale: 'zh-CN',
  })
  const detail = events.find(({ key }) => key === 'received')?.detail
  expect(String(detail).includes('平常 12 月 8 日前能到')).toBe(isSaid)
})
