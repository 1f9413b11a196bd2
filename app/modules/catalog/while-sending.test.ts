import { expect, it } from 'vitest'
import type { OpenListing } from './get-listing.server'
import { whileSending } from './while-sending'

const open = {
  faults: [
    { field: 'photos', step: 'photos', text: '还差 2 张照片，至少要三张。' },
    { field: 'priceFen', step: 'price', text: '这一项要填。' },
  ],
} as Partial<OpenListing> as OpenListing

const lacks = (arrived: number, waiting: number) =>
  whileSending(open, { arrived, waiting }).faults.map(({ field }) => field)

it('asks for no photograph that is on its way, and for those that are not', () => {
  expect(lacks(1, 2)).toEqual(['priceFen'])
  expect(lacks(1, 1)).toEqual(['photos', 'priceFen'])
  expect(lacks(2, 0)).toEqual(['photos', 'priceFen'])
})
