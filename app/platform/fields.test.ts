import { describe, expect, it } from 'vitest'
import { integerField, maskPhone, optionalPhoneField, phoneField, textField } from './fields'

const firstKey = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.success ? 'ok' : (result.error?.issues[0]?.message.split('\n')[0] ?? '')

describe('text', () => {
  const field = textField({ min: 2, max: 5 })
  it.each([
    ['盘长结', 'ok'],
    ['', 'errors.required'],
    ['结', 'errors.tooShort'],
    ['六个字太长了', 'errors.tooLong'],
    ['𠮷𠮷𠮷𠮷𠮷', 'ok'],
    ['a\0b', 'errors.badText'],
    ['a\ud800b', 'errors.badText'],
    ['a\ufffdb', 'errors.badText'],
    ['x'.repeat(20_000), 'errors.tooLong'],
  ])('%j is %s', (text, key) => {
    expect(firstKey(field.safeParse(text))).toBe(key)
  })

  it('says what is missing in words of its own where they were given', () => {
    const chosen = textField({ min: 2, max: 5, missing: 'address.needProvince' })
    expect(firstKey(chosen.safeParse(' '))).toBe('address.needProvince')
    expect(firstKey(chosen.safeParse('结'))).toBe('errors.tooShort')
  })

  it('keeps no marks that turn the writing round', () => {
    expect(field.parse('\u202e\u2067盘长结\u2069\u202c')).toBe('盘长结')
    expect(firstKey(field.safeParse('\u202e'))).toBe('errors.required')
  })

  it('takes what shows nothing for nothing, and keeps what joins a picture', () => {
    for (const blank of ['\u200b\u200d', '\ufeff \u2060', '\u3164\u3164'])
      expect(firstKey(field.safeParse(blank))).toBe('errors.required')
    expect(textField({ max: 5 }).parse('\u200b\u200b')).toBe('')
    expect(field.parse('👩‍🎨妈')).toBe('👩‍🎨妈')
  })
})

describe('whole numbers', () => {
  const field = integerField({ min: 1, max: 99 })
  it.each(['-1', '0', '1.5', '1e9', '1e3', 'NaN', '9007199254740992', '٣', '１', '9'.repeat(64), ''])(
    'refuses %j',
    (text) => {
      expect(field.safeParse(text).success).toBe(false)
    },
  )
  it('takes digits', () => expect(field.parse(' 12 ')).toBe(12))
})

describe('phone numbers', () => {
  it.each(['13800001276', '138 0000 1276', '+86 138-0000-1276', '１３８００００１２７６'])(
    'reads %j',
    (text) => {
      expect(phoneField.parse(text)).toBe('13800001276')
    },
  )
  it.each([
    ['1380000127', 'errors.phoneLength'],
    ['12800001276', 'errors.phoneForm'],
    ['', 'errors.required'],
    ['中文', 'errors.phoneLength'],
  ])('refuses %j with %s', (text, key) => expect(firstKey(phoneField.safeParse(text))).toBe(key))
  it('masks the middle', () => expect(maskPhone('13800001276')).toBe('138****1276'))
})

it('a phone that may be left out is empty then, missing in the form too, and refused when it is wrong', () => {
  expect(optionalPhoneField.parse(undefined)).toBe('')
  expect(optionalPhoneField.parse(' ')).toBe('')
  expect(optionalPhoneField.parse('138 0000 1276')).toBe('13800001276')
  expect(firstKey(optionalPhoneField.safeParse('139'))).toBe('errors.phoneLength')
})
