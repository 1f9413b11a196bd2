import { expect, it } from 'vitest'
import { shorten } from './shorten'

it('shortens a description to 160 characters, never within a Latin word', () => {
  expect(shorten('a  knot\n')).toBe('a knot')
  expect(shorten('结'.repeat(200))).toBe(`${'结'.repeat(159)}…`)
  const english = shorten('Each piece says who made it. '.repeat(8))
  expect(english).toMatch(/(?:Each|piece|says|who|made|it\.)…$/)
  expect(english.length).toBeLessThanOrEqual(160)
})
