import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetAnswers, keepAnswers, trustAnswers } from './kept-answers'

afterEach(() => {
  trustAnswers(false)
  vi.useRealTimers()
})

/** A question that says how often it was asked. */
function counting() {
  let turn = 0
  return { ask: async () => ++turn, turns: () => turn }
}

describe('kept answers', () => {
  it('are asked for anew every time while changes are not heard', async () => {
    const keep = keepAnswers<number>(10)
    const { ask } = counting()
    expect([await keep('a', ask), await keep('a', ask)]).toEqual([1, 2])
    trustAnswers(true)
    expect([await keep('a', ask), await keep('a', ask)]).toEqual([3, 3])
    trustAnswers(false)
    expect([await keep('a', ask), await keep('a', ask)]).toEqual([4, 5])
  })

  it('that every page shows are kept for a moment also while changes are not heard', async () => {
    vi.useFakeTimers()
    const keep = keepAnswers<number>(1, { unheardFor: 20_000 })
    const { ask } = counting()
    expect([await keep('', ask), await keep('', ask)]).toEqual([1, 1])
    forgetAnswers()
    expect(await keep('', ask)).toBe(2)
    vi.advanceTimersByTime(20_001)
    expect(await keep('', ask)).toBe(3)
    trustAnswers(true)
    expect(await keep('', ask)).toBe(4)
    vi.advanceTimersByTime(59_000)
    expect(await keep('', ask)).toBe(4)
  })

  it('are asked for once by many who wait, each question for itself', async () => {
    trustAnswers(true)
    const keep = keepAnswers<number>(10)
    const { ask, turns } = counting()
    expect(await Promise.all([keep('a', ask), keep('a', ask), keep('b', ask)])).toEqual([1, 1, 2])
    expect(turns()).toBe(2)
  })

  it('end with a change, also those that were asked for before it and come after', async () => {
    trustAnswers(true)
    const keep = keepAnswers<string>(10)
    let tell: (answer: string) => void = () => {}
    const before = keep('price', () => new Promise<string>((resolve) => (tell = resolve)))
    forgetAnswers()
    const after = keep('price', async () => 'new')
    tell('old')
    expect([await before, await after, await keep('price', async () => 'newer')]).toEqual([
      'old',
      'new',
      'new',
    ])
  })

  it('end after a minute, which no change announces', async () => {
    vi.useFakeTimers()
    trustAnswers(true)
    const keep = keepAnswers<number>(10)
    const { ask } = counting()
    await keep('a', ask)
    vi.advanceTimersByTime(59_000)
    expect(await keep('a', ask)).toBe(1)
    vi.advanceTimersByTime(1_001)
    expect(await keep('a', ask)).toBe(2)
  })

  it('are no more than they may be: what was not asked for longest goes first', async () => {
    trustAnswers(true)
    const keep = keepAnswers<string>(2)
    const asked: string[] = []
    const of = (question: string) =>
      keep(question, async () => {
        asked.push(question)
        return question
      })
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await of(question)
    expect(asked).toEqual(['a', 'b', 'c', 'b'])
  })

  it('that failed are asked for again', async () => {
    trustAnswers(true)
    const keep = keepAnswers<string>(2)
    await expect(keep('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    expect(await keep('a', async () => 'back')).toBe('back')
  })
})
