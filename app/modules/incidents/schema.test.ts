import { expect, it } from 'vitest'
import { IncidentForm } from './schema'

const form = { from: '2026-11-01', to: '2026-11-30', by: 'staff', phone: '13800000000', reason: '接到举报' }

it.each([
  [['phone', 'reason'], { reason: '', phone: '' }],
  [['reason', 'to'], { reason: '', to: '2026-10-01' }],
  [['reason', 'record'], { reason: '', by: 'record' }],
  [['from', 'phone'], { from: '', phone: '' }],
  [[], {}],
])('a question about an incident hears at once what is wrong in each of %j', (fields, over) => {
  const { error } = IncidentForm.safeParse({ ...form, ...over })
  expect((error?.issues ?? []).map(({ path }) => path[0]).toSorted()).toEqual(fields)
})
