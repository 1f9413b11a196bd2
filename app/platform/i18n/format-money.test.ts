import { describe, expect, it } from 'vitest'
import { formatFen } from '~/ui/format-fen'
import { formatMoney, formatYuan } from './format'

describe('a sum below nothing', () => {
  it('stands with the minus sign in sentences and tables, as in prices', () => {
    expect(formatMoney('zh-CN', -3_470)).toBe('−¥34.70')
    expect(formatMoney('en', -123_450)).toBe('−CN¥1,234.50')
    expect(formatMoney('zh-CN', -3_470)).toBe(formatFen(-3_470, 'exact', 'zh-CN'))
    expect(formatYuan(-3_470)).toBe('−34.70')
    expect(formatYuan(-5)).toBe('−0.05')
  })

  it('is none at nothing and above', () => {
    expect(formatYuan(0)).toBe('0.00')
    expect(formatMoney('zh-CN', 3_470)).toBe('¥34.70')
  })
})
