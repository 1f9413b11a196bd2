import { expect, it } from 'vitest'
import { refusedPrices } from './refused-prices'

it.each([
  ['', { min: '', max: '' }],
  ['?min=&max=', { min: '', max: '' }],
  ['?min=68&max=1,200.50', { min: '', max: '' }],
  ['?min=６８', { min: '', max: '' }],
  ['?min=abc&max=-5', { min: 'abc', max: '-5' }],
  ['?min=1.234&max=9', { min: '1.234', max: '' }],
  [`?max=${'结'.repeat(50)}`, { min: '', max: '结'.repeat(20) }],
])('reads %j', (search, refused) => expect(refusedPrices(search)).toEqual(refused))
