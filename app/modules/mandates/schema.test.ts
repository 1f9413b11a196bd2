import { describe, expect, it } from 'vitest'
import { ProposeForm } from './schema'

const form = {
  shop: ' https://example.com/makers/bailu-embroidery/ ',
  agentKind: 'family',
  firstDay: '2026-12-01',
  lastDay: '2027-05-31',
  capPercent: '0',
}

describe('a proposal', () => {
  it('takes the ticked parts of her work, and the shop from its address', () => {
    const { data } = ProposeForm.safeParse({ ...form, list: 'on', messages: 'on' })
    expect(data).toMatchObject({ scope: ['list', 'messages'], shop: 'bailu-embroidery', capPercent: 0 })
  })

  it('asks for at least one', () => {
    const { error } = ProposeForm.safeParse(form)
    expect(error?.issues.map(({ path }) => path)).toEqual([['scope']])
  })
})
