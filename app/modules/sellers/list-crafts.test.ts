import { expect, it } from 'vitest'
import { craftsText } from './list-crafts'

it.each([
  [['Knots'], 'Knots'],
  [['Knots', 'Sachets'], 'Knots and sachets'],
  [['Knots', 'Tie-dye', 'Feitian paintings'], 'Knots, tie-dye and Feitian paintings'],
])('lists crafts as an English sentence does: %j', (names, text) => {
  expect(craftsText(names, 'en')).toBe(text)
})

it('lists them in Chinese by its own comma', () => {
  expect(craftsText(['中国结', '串珠', '香包'], 'zh-CN')).toBe('中国结、串珠、香包')
})
