import { describe, expect, it } from 'vitest'
import { FindOrderForm } from './schema'

/** What the form makes of a number as somebody types it; null: it is refused. */
function read(number: string): string | null {
  const read = FindOrderForm.safeParse({ number, phone: '13900001234' })
  return read.success ? read.data.number : null
}

describe('an order number as it is typed', () => {
  it.each([
    '2612-469782',
    ' 2612 469782 ',
    '2612469782',
    '2612–469782',
    '2612—469782',
    '2612−469782',
    '２６１２－４６９７８２',
    '2612一469782',
    '2612 - 469 782',
    '订单 2612-469782',
  ])('%s is 2612-469782', (typed) => {
    expect(read(typed)).toBe('2612-469782')
  })

  it.each(['', '2612-46978', '2612-4697821', '订单号'])('“%s” is none', (typed) => {
    expect(read(typed)).toBeNull()
  })
})
