import { describe, expect, test } from 'vitest'
import { abroadFields } from './abroad-schema'

const germany = {
  code: 'DE',
  name: { zh: '德国', en: 'Germany' },
  isLatin: true,
  postcode: { pattern: '\\d{5}', example: '10115' },
  freeLimit: null,
}
const good = {
  name: 'Jürgen Weiß',
  line1: 'Straße des 17. Juni 135',
  line2: '',
  city: 'Berlin',
  state: '',
  postcode: '10623',
  phone: '0049 (30) 123-4567',
  email: 'j.weiss@example.com',
}

function faults(typed: Record<string, string>, country = germany) {
  const result = abroadFields(country, 'en').safeParse({ ...good, ...typed })
  return result.success
    ? {}
    : Object.fromEntries(result.error.issues.map(({ path, message }) => [path[0], message.split('\n')[0]]))
}

describe('an address abroad', () => {
  test('is kept as it is written, its telephone as E.164', () => {
    expect(abroadFields(germany, 'en').parse(good)).toEqual({ ...good, phone: '+49301234567' })
  })

  test.each([
    [{ line1: '柏林大街 1 号' }, { line1: 'abroad.latinOnly' }],
    [{ name: '王小花' }, { name: 'abroad.latinOnly' }],
    [{ city: 'Берлин' }, { city: 'abroad.latinOnly' }],
    [{ line1: '<b>Hauptstraße 5</b>' }, { line1: 'abroad.badSigns' }],
    [{ line2: 'c/o Anna 😀' }, { line2: 'abroad.badSigns' }],
    [{ line1: '½ Main Street' }, { line1: 'abroad.badSigns' }],
    [{ name: 'A\u200b' }, { name: 'errors.tooShort' }],
    [{ postcode: '1062' }, { postcode: 'abroad.badPostcode' }],
    [{ postcode: '106230' }, { postcode: 'abroad.badPostcode' }],
    [{ postcode: '' }, { postcode: 'errors.required' }],
    [{ phone: '030 1234567' }, { phone: 'abroad.badPhone' }],
    [{ phone: '+0 30 1234567' }, { phone: 'abroad.badPhone' }],
    [{ email: 'j.weiss@example' }, { email: 'abroad.badEmail' }],
    [{ line1: 'A\u0000B Street' }, { line1: 'errors.badText' }],
  ])('%o is said beside its field', (typed, expected) => {
    expect(faults(typed)).toMatchObject(expected)
    expect(Object.keys(faults(typed))).toHaveLength(1)
  })

  test('loses what was pasted along and nobody sees', () => {
    expect(
      abroadFields(germany, 'en').parse({
        ...good,
        city: 'Ber\u200blin',
        name: '\ufeffJürgen “Jo” Weiß \u200b',
        email: 'j@example.com\u200b',
      }),
    ).toMatchObject({
      city: 'Berlin',
      name: 'Jürgen "Jo" Weiß',
      email: 'j@example.com',
    })
  })

  test('names the signs that cannot stay', () => {
    const [issue] =
      abroadFields(germany, 'en').safeParse({ ...good, line1: '<b>5</b> 😀' }).error?.issues ?? []
    expect(issue?.message).toContain('< > 😀')
  })

  test('may be written in its own letters where the carrier reads them, without a postcode where there is none', () => {
    const hongKong = { ...germany, code: 'HK', isLatin: false }
    expect(faults({ name: '陳大文', line1: '彌敦道 1 號' }, hongKong)).toEqual({})
    expect(
      abroadFields({ ...hongKong, postcode: null }, 'en').safeParse({ ...good, postcode: '' }).success,
    ).toBe(true)
  })
})
