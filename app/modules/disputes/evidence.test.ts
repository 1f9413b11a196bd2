import { describe, expect, it } from 'vitest'
import { draftOf } from './evidence'

const row = (id: string, kind: string, text: string | null, file: string | null = null) => ({
  id,
  kind,
  text,
  file,
})

describe('the draft of an answer', () => {
  it('is empty before anything was added', () => {
    expect(draftOf([])).toEqual({ texts: new Map(), files: new Map(), emptied: [], newest: null })
  })

  it('takes the last of each kind, and what was taken back is gone', () => {
    const draft = draftOf([
      row('1', 'uncategorized_text', '先写的'),
      row('2', 'receipt', null, 'a'),
      row('3', 'uncategorized_text', '后写的'),
      row('4', 'shipping_documentation', null, 'b'),
      row('5', 'receipt', null, 'c'),
      row('6', 'shipping_documentation', ''),
      row('7', 'shipping_carrier', ''),
    ])
    expect([...draft.texts]).toEqual([['uncategorized_text', '后写的']])
    expect([...draft.files]).toEqual([['receipt', { id: '5', file: 'c' }]])
    expect(draft.emptied).toEqual(['shipping_carrier', 'shipping_documentation'])
    expect(draft.newest).toBe('7')
  })
})
