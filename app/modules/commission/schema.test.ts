import { describe, expect, it } from 'vitest'
import { AddRuleForm, CommissionSearch } from './schema'

const form = {
  priority: '10',
  craftId: '',
  sellerKind: 'workshop',
  campaign: '',
  bps: '5.25',
  taxBps: '6%',
  from: '2027-01-01',
  until: '',
  note: '手工坊',
}

describe('the form of a rule', () => {
  it('reads per cent as basis points, and nothing as nothing', () => {
    expect(AddRuleForm.parse(form)).toEqual({
      ...form,
      priority: 10,
      craftId: null,
      bps: 525,
      taxBps: 600,
      until: null,
    })
  })

  it.each([
    ['bps', '100.01'],
    ['bps', '5.255'],
    ['bps', '-1'],
    ['bps', ''],
    ['from', '2027-02-30'],
    ['from', ''],
    ['until', '2027-13-01'],
    ['craftId', 'knots'],
    ['sellerKind', 'nobody'],
    ['note', ''],
    ['priority', '0'],
  ])('refuses %s “%s”', (name, value) => {
    const { error } = AddRuleForm.safeParse({ ...form, [name]: value })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([name])
  })

  it('tries ordinary goods when the address says nothing or nonsense', () => {
    const ordinary = { craft: null, kind: 'individual', day: null, said: null }
    expect(CommissionSearch.parse({})).toEqual({ ...ordinary, price: { text: '100', fen: 10000n } })
    expect(CommissionSearch.parse({ craft: 'x', kind: 'y', day: '2026-02-31', price: '六' })).toEqual({
      ...ordinary,
      price: { text: '六', fen: null },
    })
  })
})
