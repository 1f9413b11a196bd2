import { expect, it } from 'vitest'
import { shorten } from './shorten'

it('shortens a text, within a Latin word only where it is all there is', () => {
  expect(shorten('a  knot\n', 160)).toBe('a knot')
  expect(shorten('结'.repeat(200), 160)).toBe(`${'结'.repeat(159)}…`)
  const english = shorten('Each piece says who made it. '.repeat(8), 160)
  expect(english).toMatch(/(?:Each|piece|says|who|made|it\.)…$/)
  expect(shorten('x'.repeat(50), 40)).toBe(`${'x'.repeat(39)}…`)
  expect(english.length).toBeLessThanOrEqual(160)
})
