import { describe, expect, it } from 'vitest'
import { pagerStops } from './pager'

describe('the stops of a pager', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, 'after-2', 9]],
    [4, 9, [1, 'after-1', 3, 4, 5, 'after-5', 9]],
    [9, 9, [1, 'after-1', 8, 9]],
  ])('on page %i of %i', (page, count, stops) => {
    expect(pagerStops(page, count)).toEqual(stops)
  })
})
