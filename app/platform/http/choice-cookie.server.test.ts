import { describe, expect, it } from 'vitest'
import { keepChoice, readChoice } from './choice-cookie.server'

const colour = { name: 'colour', form: /^(red|indigo)$/, days: 2 }

describe('a choice', () => {
  it.each([
    ['colour=red', 'red'],
    ['a=b; colour=indigo; c=d', 'indigo'],
    ['a=b;colour=red', 'red'],
    ['colour=pink', null],
    ['colour=', null],
    ['colours=red', null],
    ['a=colour=red', null],
    ['', null],
    [undefined, null],
  ])('in %s is %s', (cookies, value) => expect(readChoice(colour, cookies)).toBe(value))

  it('stands in the open, where no script reads it', () => {
    expect(keepChoice(colour, 'red')).toBe('colour=red; Max-Age=172800; Path=/; HttpOnly; SameSite=Lax')
    expect(keepChoice(colour, null)).toBe('colour=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
  })
})
