import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewest, hideSmall, hideTogether } from './small-cells'

describe('small cells', () => {
  it('are hidden together with the next smallest, so that the total does not tell them', () => {
    expect(hideSmall([20, 3, 9, 0])).toEqual({ rows: [false, true, true, false], isTotalHidden: false })
    expect(hideSmall([20, 3, 2, 9])).toEqual({ rows: [false, true, true, true], isTotalHidden: false })
    expect(hideSmall([20, 1, 2, 9])).toEqual({ rows: [false, true, true, true], isTotalHidden: false })
    expect(hideSmall([6, 5, 0])).toEqual({ rows: [false, false, false], isTotalHidden: false })
    expect(hideSmall([3])).toEqual({ rows: [true], isTotalHidden: true })
    expect(hideSmall([3, 4])).toEqual({ rows: [true, true], isTotalHidden: true })
    expect(hideSmall([])).toEqual({ rows: [], isTotalHidden: false })
  })

  it('need more than five together where nobody is in two rows', () => {
    const apart = (counts: number[]) => hideSmall(counts, { isApart: true })
    expect(apart([2, 4, 20])).toEqual({ rows: [true, true, false], isTotalHidden: false })
    expect(apart([1, 4])).toEqual({ rows: [true, true], isTotalHidden: true })
    expect(apart([1, 4, 20])).toEqual({ rows: [true, true, true], isTotalHidden: false })
    expect(apart([3, 20, 0])).toEqual({ rows: [true, true, false], isTotalHidden: false })
  })

  it('can never be reckoned, whatever the table', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 12 }), (counts) => {
        const { rows, isTotalHidden } = hideSmall(counts)
        const hidden = counts.filter((_, at) => rows[at])
        for (const [at, count] of counts.entries())
          if (count > 0 && count < fewest) expect(rows[at]).toBe(true)
          else if (count === 0) expect(rows[at]).toBe(false)
        if (hidden.length > 0 && !isTotalHidden) {
          expect(hidden.length).toBeGreaterThan(1)
          expect(Math.max(...hidden)).toBeGreaterThanOrEqual(fewest)
        }
      }),
    )
  })
})

describe('several divisions of the same people', () => {
  it('none tells a total that another may not, nor every row of which it is the sum', () => {
    // by place all are few, by status one row stands for all
    expect(hideTogether([[1, 1, 2, 1, 2, 1, 1], [9]])).toEqual({
      rows: [Array(7).fill(true), [true]],
      isTotalHidden: true,
    })
    expect(
      hideTogether([
        [3, 3],
        [6, 8],
      ]),
    ).toEqual({
      rows: [
        [true, true],
        [true, false],
      ],
      isTotalHidden: true,
    })
    expect(hideTogether([[12, 9], [21]])).toEqual({ rows: [[false, false], [false]], isTotalHidden: false })
  })
})
