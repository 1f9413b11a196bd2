import { describe, expect, it } from 'vitest'
import { kindColour } from './kind-colour'

describe('the colour of a kind', () => {
  it.each([
    ['靛蓝', '#274672'],
    ['粉', '#d98f95'],
    ['红色', '#ad261b'],
    ['石青', '#2f7f83'],
  ])('is what its name %s calls it', (name, colour) => {
    expect(kindColour(name, [])).toBe(colour)
  })

  it('is deeper or paler where the name says so', () => {
    expect(kindColour('深红', [])).toBe('#731912')
    expect(kindColour('浅', ['teal'])).toBe('#97bfc1')
    expect(kindColour('深', ['teal'])).toBe('#1f5557')
  })

  it.each([null, '带红绳', '不开花', '18 cm', '白瓷杯', '小红，带绷'])('is none of %s', (name) => {
    expect(kindColour(name, ['red'])).toBeNull()
  })

  it('lies between two neighbours where the piece is of both', () => {
    expect(kindColour('深', ['green', 'teal'])).toBe('#245348')
  })

  it('is none of a depth alone where the piece has several colours, or none', () => {
    expect(kindColour('深', ['teal', 'red'])).toBeNull()
    expect(kindColour('深', [])).toBeNull()
  })
})
