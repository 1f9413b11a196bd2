import { describe, expect, it } from 'vitest'
import { ShipForm } from './schema'
import { oddNumber } from './tracking-number'

describe('a tracking number', () => {
  it.each([
    ['ems', 'EM123456785CN'],
    ['youzhengguonei', '9812345678901'],
    ['youzhengguoji', 'LX123456785CN'],
    ['shunfeng', 'SF1400008123456'],
    ['zhongtong', '78123456789012'],
    ['yuantong', 'YT9693083639795'],
    ['yunda', '3950055201640'],
    ['shentong', '771234567890123'],
    ['jtexpress', 'JT5123456789012'],
    ['jd', 'JDVA01234567890'],
  ] as const)('of %s may be %s', (carrier, number) => expect(oddNumber(carrier, number)).toBeNull())

  it.each([
    ['ems', 'SF1400008123456'],
    ['shunfeng', 'YT9693083639795'],
    ['youzhengguoji', '9812345678901'],
    ['jd', '123456'],
  ] as const)('of %s is hardly %s', (carrier, number) =>
    expect(oddNumber(carrier, number)?.example).toBeTruthy(),
  )

  it('that looks odd is asked about once, and taken when she is sure', () => {
    const typed = { carrier: 'ems', trackingNumber: ' sf1400008123456 ' }
    expect(ShipForm.safeParse(typed).error?.issues.map(({ path }) => path)).toEqual([['trackingNumber']])
    expect(ShipForm.parse({ ...typed, sure: 'yes' })).toMatchObject({ trackingNumber: 'SF1400008123456' })
    expect(ShipForm.safeParse({ ...typed, trackingNumber: '' }).error?.issues).toHaveLength(1)
  })
})
