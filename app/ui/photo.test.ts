import { expect, it } from 'vitest'
import { withPhones } from './photo'

it.each([
  ['half', '44vw', '90px'],
  ['the whole', '88vw', '200px'],
])('says on phones how much of a picture over %s of the width is needed', (_, last, word) => {
  expect(withPhones(`(min-width: 67.5em) 21vw, ${last}`)).toBe(
    `(min-width: 67.5em) 21vw, (max-width: 30em) ${word}, ${last}`,
  )
})

it.each(['16vw', '5.25rem', '(min-width: 45em) 33vw, 7rem'])('leaves others as they are: %s', (sizes) => {
  expect(withPhones(sizes)).toBe(sizes)
})
