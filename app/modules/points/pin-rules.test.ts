import { describe, expect, it } from 'vitest'
import { isWeakPin } from './pin-rules'

const phone = '13912345678'

describe('a PIN', () => {
  it.each(['1234', '2345', '9876', '7890', '0000', '88888', '121212', '5678', '345678'])(
    '%s is guessed first',
    (pin) => {
      expect(isWeakPin(pin, phone)).toBe(true)
    },
  )

  it.each(['2580', '7391', '40628', '918273'])('%s will do', (pin) => {
    expect(isWeakPin(pin, phone)).toBe(false)
  })
})
