import { describe, expect, it } from 'vitest'
import { parseForm } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { PlaceForm, WhoForm } from './schema'

function faultOf(idNumber: string, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const form = new FormData()
  form.set('realName', '穗小寒')
  form.set('idNumber', idNumber)
  const read = parseForm(translator(locale), form, WhoForm)
  return 'errors' in read ? read.errors.idNumber : null
}

describe('an identity number that an applicant types', () => {
  it.each([
    ['123', '身份证号是 18 位，现在是 3 位。'],
    [' 6201 2319 9212 3045 6 ', '身份证号是 18 位，现在是 17 位。'],
    ['62012319921230456A', '身份证号只有数字，最后一位可以是 X。'],
    ['620123199212304560', '身份证号的最后一位对不上，请照证件核对。'],
  ])('%j is told what is wrong with it', (text, told) => expect(faultOf(text)).toBe(told))

  it('may stay empty, and is told in English too', () => {
    expect(faultOf('')).toBeNull()
    expect(faultOf('123', 'en')).toBe('An identity number has 18 digits; this one has 3.')
  })
})

it('puts nobody into a place that she did not choose', () => {
  const read = parseForm(translator('en'), new FormData(), PlaceForm)
  expect('errors' in read && read.errors.placeId).toBe(translator('en')('errors.required'))
  const empty = new FormData()
  empty.set('placeId', '')
  const chosen = parseForm(translator('en'), empty, PlaceForm)
  expect('errors' in chosen && chosen.errors.placeId).toBe(translator('en')('errors.required'))
})
