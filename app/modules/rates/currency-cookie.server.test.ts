import { expect, it } from 'vitest'
import { readCurrency, serializeCurrency } from './currency-cookie.server'

it('is hers once she chose one, also the usual one; until then that of the country to which she sends', () => {
  const read = (cookie: string, country: string) =>
    readCurrency(new Request('http://127.0.0.1/en', { headers: { Cookie: cookie } }), country)
  expect([read('', 'JP'), read('', 'DE'), read('', 'NO'), read('', 'CN')]).toEqual([
    'JPY',
    'EUR',
    'USD',
    'USD',
  ])
  const [usual = ''] = serializeCurrency('USD').split(';')
  expect([read(usual, 'DE'), read('currency=CNY', 'DE'), read('currency=GBP', 'CN')]).toEqual([
    'USD',
    null,
    'GBP',
  ])
})
