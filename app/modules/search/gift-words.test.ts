import { expect, it } from 'vitest'
import { readGift } from './gift-words'

it.each([
  ['礼物', '', ''],
  ['送礼物', '', ''],
  ['送人', '', ''],
  ['送老师的礼物', '老师', ''],
  ['送给妈妈的礼品', '妈妈', ''],
  ['兰州 礼物', '兰州', '兰州'],
  ['兰州的礼物', '兰州', '兰州'],
  ['结婚礼物', '结婚', '结婚'],
  ['gift', '', ''],
  ['Gifts for my teacher', 'teacher', ''],
  ['gift for mum', 'mum', ''],
  ["Mother's day gift", "Mother's day", ''],
  ['knot gift', 'knot', 'knot'],
  ['a gift from Lanzhou', 'Lanzhou', 'Lanzhou'],
  ['leather gift', 'leather', 'leather'],
  ['a present for her', '', ''],
  ['礼物 100', '100', '100'],
  ['送妈妈', '妈妈', ''],
  ['送女朋友', '女朋友', ''],
  ['送给老师的香包', '老师的香包', '香包'],
  ['sachet gift for a friend', 'sachet friend', 'sachet'],
])('%s is looked for as “%s”, and without whom it is for as “%s”', (typed, words, things) => {
  expect(readGift(typed)).toMatchObject({ words, things })
})

it.each(['中国结', '老师', 'gifted', '给妈妈'])('%s stays as it is', (typed) => {
  expect(readGift(typed)).toEqual({ words: typed, things: typed, unused: [], whom: [] })
})

it.each([
  ['礼物', ['礼物'], []],
  ['a present for her', ['present', 'her'], []],
  ['送老师的礼物', [], ['老师']],
  ['gifts for clients', [], ['clients']],
  ['结婚礼物', [], []],
])('says of %s that %j cannot be used, and that it is for %j', (typed, unused, whom) => {
  expect(readGift(typed)).toMatchObject({ unused, whom })
})
