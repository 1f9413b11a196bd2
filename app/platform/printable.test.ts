import { describe, expect, it } from 'vitest'
import { printable } from './printable'

describe('what is printed of a text', () => {
  it.each([
    ['ul. Łódzka 5, Kraków', 'ul. Lódzka 5, Kraków'],
    ['Dvořák, Plzeň', 'Dvorák, Plzen'],
    ['Nguyễn Thị Đặng', 'Nguyen Thi Dang'],
    ['Müller, Straße 3; Señor Ø', 'Müller, Straße 3; Señor Ø'],
    ['Mu\u0308ller', 'Müller'],
    ['甘肃省 榆中县 示例路 8 号', '甘肃省 榆中县 示例路 8 号'],
  ])('%s', (text, printed) => expect(printable(text)).toBe(printed))

  it('leaves out marks that nobody sees, and keeps the ends of lines', () => {
    expect(printable('王\u200b芳\ufeff\u2060\u200c\u00ad\n敬上')).toBe('王芳\n敬上')
  })

  it('leaves out little pictures, and sets an apostrophe between letters close', () => {
    expect(printable('生日快乐😀👩🏽‍🎨🇨🇳，×2 ©')).toBe('生日快乐，×2 ©')
    expect(printable('An apprentice’s knot，她说‘好’')).toBe("An apprentice's knot，她说‘好’")
  })
})
