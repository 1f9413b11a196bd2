import { expect, it } from 'vitest'
import { CodeForm, PhoneForm } from './schema'

it.each(['123456', ' 123 456 ', '123-456', '１２３４５６'])('reads %j as six digits', (code) => {
  expect(CodeForm.parse({ code }).code).toBe('123456')
})

it.each(['', '12345', '1234567', 'abcdef', '12345六', '1234\u000056'])('refuses %j', (code) => {
  expect(CodeForm.safeParse({ code }).success).toBe(false)
})

it.each(['13800000101', '+86 138 0000 0101', '0086-138-0000-0101', '１３８００００ ０１０１'])(
  'reads %j as one number',
  (phone) => {
    expect(PhoneForm.parse({ phone })).toEqual({ phone: '13800000101', returnTo: '/' })
  },
)

it.each(['', '1380000010', '23800000101', '12800000101', '138000001011', 'x'.repeat(20_000)])(
  'refuses %j',
  (phone) => {
    expect(PhoneForm.safeParse({ phone }).success).toBe(false)
  },
)
