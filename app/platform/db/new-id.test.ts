import { expect, it } from 'vitest'
import { newId } from './new-id'

it('ids are those of UUIDv7, carry their time, and come one after the other, also many in one millisecond', () => {
  const at = Date.UTC(2026, 10, 30)
  const ids = Array.from({ length: 9_000 }, () => newId(at))
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(`${ids[0]?.slice(0, 8)}${ids[0]?.slice(9, 13)}`, 16)).toBe(at)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

it('a clock that goes back makes no earlier id', () => {
  const before = newId(Date.UTC(2026, 10, 30, 1))
  expect(newId(Date.UTC(2026, 10, 30, 0)) > before).toBe(true)
})
