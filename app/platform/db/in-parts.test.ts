import { expect, it } from 'vitest'
import { inParts, orderedIds } from './in-parts'

it('goes through all rows in parts, in their order', async () => {
  const parts: number[][] = []
  await inParts([...Array(12_000).keys()], async (part) => parts.push([...part]))
  expect(parts.map(({ length }) => length)).toEqual([5000, 5000, 2000])
  expect(parts.flat()).toEqual([...Array(12_000).keys()])
  await inParts([], async () => expect.unreachable())
})

it('gives ids of which each is greater than the one before', () => {
  const ids = orderedIds(9_000)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(9_000)
  for (const id of [ids[0], ids[8_999]])
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

it('makes ids that follow those of the calls before, in the same millisecond too', () => {
  const ids = Array.from({ length: 5_000 }, () => orderedIds(1)).flat()
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
