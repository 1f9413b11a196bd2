import { describe, expect, it } from 'vitest'
import { readCreditCode } from './credit-code'

describe('a unified social credit code', () => {
  it.each([
    ['91350100M000100Y43', { code: '91350100M000100Y43' }],
    [' 9135 0100 m000 100y 43 ', { code: '91350100M000100Y43' }],
    ['９１３５０１００Ｍ０００１００Ｙ４３', { code: '91350100M000100Y43' }],
    ['91350100M000100Y44', { fault: 'joining.creditCheck', actual: 18 }],
    ['91350100M000010Y43', { fault: 'joining.creditCheck', actual: 18 }],
    ['91350100M000100O43', { fault: 'joining.creditForm', actual: 18 }],
    ['91350100M000100Y4', { fault: 'joining.creditLength', actual: 17 }],
    ['', { fault: 'joining.creditLength', actual: 0 }],
  ])('%s', (text, expected) => {
    expect(readCreditCode(text)).toEqual(expected)
  })

  it('notices every single wrong character', () => {
    const code = '91350100M000100Y43'
    for (const at of Array(18).keys()) {
      const wrong = code.slice(0, at) + (code[at] === '2' ? '7' : '2') + code.slice(at + 1)
      expect(readCreditCode(wrong), wrong).toMatchObject({ fault: 'joining.creditCheck' })
    }
  })
})
