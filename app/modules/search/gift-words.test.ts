import { expect, it } from 'vitest'
import { withoutGift } from './gift-words'

it.each([
  ['礼物', ''],
  ['送老师的礼物', ''],
  ['送给妈妈的礼品', ''],
  ['兰州 礼物', '兰州'],
  ['兰州的礼物', '兰州'],
  ['结婚礼物', '结婚'],
  ['gift', ''],
  ['Gifts for my teacher', ''],
  ['knot gift', 'knot'],
  ['a gift from Lanzhou', 'Lanzhou'],
  ['leather gift', 'leather'],
  ["children's gift", ''],
  ['a present for her', ''],
  ['礼物 100', '100'],
  ['送妈妈', ''],
  ['送给老师的香包', '香包'],
])('%s is looked for as “%s”', (typed, rest) => {
  expect(withoutGift(typed)).toBe(rest)
})

it.each(['中国结', '老师', 'gifted', '给妈妈'])('%s stays as it is', (typed) => {
  expect(withoutGift(typed)).toBe(typed)
})
