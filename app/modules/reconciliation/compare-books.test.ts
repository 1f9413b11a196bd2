import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesOf, type Pair } from './compare-books'

const pair = (over: Partial<Pair>): Pair => ({
  objectRef: 'ch_1',
  books: new Map(),
  other: new Map(),
  isTwice: false,
  isFresh: false,
  ...over,
})

describe('two sides', () => {
  it('agree about the same money', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('CNY', 'HKD', 'EUR'), fc.bigInt())), (amounts) => {
        const side = new Map(amounts)
        expect(differencesOf(pair({ books: side, other: new Map(side) }))).toEqual([])
      }),
    )
  })

  it('differ by one fen', () => {
    fc.assert(
      fc.property(fc.bigInt(), (amount) => {
        const [found] = differencesOf(
          pair({ books: new Map([['HKD', amount]]), other: new Map([['HKD', amount + 1n]]) }),
        )
        expect(found).toEqual({
          kind: 'amount',
          objectRef: 'ch_1',
          currency: 'HKD',
          books: amount,
          other: amount + 1n,
        })
      }),
    )
  })

  it.each([
    ['what only the other side knows', pair({ other: new Map([['HKD', 5n]]) }), 'missing_in_books'],
    ['what only the books know', pair({ books: new Map([['HKD', 5n]]) }), 'missing_there'],
    ['another currency', pair({ books: new Map([['CNY', 4n]]), other: new Map([['HKD', 5n]]) }), 'currency'],
    [
      'money that came twice',
      pair({ books: new Map([['HKD', 5n]]), other: new Map([['HKD', 10n]]), isTwice: true }),
      'twice',
    ],
  ])('see %s', (_, given, kind) => {
    expect(differencesOf(given).map((found) => found.kind)).toEqual([kind])
  })

  it('wait for what may still be on its way', () => {
    expect(differencesOf(pair({ books: new Map([['HKD', 5n]]), isFresh: true }))).toEqual([])
    expect(differencesOf(pair({ other: new Map([['HKD', 5n]]), isFresh: true }))).toHaveLength(1)
  })
})
