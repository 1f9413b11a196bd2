import { describe, expect, it } from 'vitest'
import { allCodes, codesIn, fillCell, rowCode, sumCode, written } from './template-codes'

describe('the codes of a template', () => {
  it('are each one thing, and found in the words of a cell', () => {
    expect(new Set(allCodes).size).toBe(allCodes.length)
    expect(codesIn('{{地区}}妇联 {{ 月份 }}')).toEqual(['地区', '月份'])
    expect(codesIn('没有代号 { {地区} }')).toEqual([])
    expect(written(rowCode('sales'))).toBe('{{行.成交}}')
    expect(written(sumCode('incomeFen'))).toBe('{{合计.收入}}')
  })

  it('leave a number a number where nothing else stands in the cell, and what they do not know as it was', () => {
    const take = (code: string) => ({ 成交: 12, 地区: '榆中县', 空: null })[code]
    expect(fillCell('{{成交}}', take)).toBe(12)
    expect(fillCell(' {{地区}} {{成交}} 笔', take)).toBe(' 榆中县 12 笔')
    expect(fillCell('{{空}}', take)).toBeNull()
    expect(fillCell('（{{空}}）', take)).toBe('（）')
    expect(fillCell('{{别的}}', take)).toBe('{{别的}}')
    expect(fillCell('{{成交}}{{成交}}', take)).toBe('1212')
  })
})
