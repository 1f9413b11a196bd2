import { describe, expect, it } from 'vitest'
import { blocksOf } from './document-blocks'

describe('the parts of a document', () => {
  it('are headings, paragraphs and lists, each list whole', () => {
    expect(blocksOf('开头。\n\n## 退货\n- 七天\n- 订做的不退\n完。\n- 又一条')).toEqual([
      { kind: 'paragraph', text: '开头。' },
      { kind: 'heading', text: '退货' },
      { kind: 'list', items: ['七天', '订做的不退'] },
      { kind: 'paragraph', text: '完。' },
      { kind: 'list', items: ['又一条'] },
    ])
  })

  it('know no mark-up', () => {
    expect(blocksOf('<b>a</b> #5 -1')).toEqual([{ kind: 'paragraph', text: '<b>a</b> #5 -1' }])
  })
})
