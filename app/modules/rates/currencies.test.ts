import { expect, it } from 'vitest'
import { currencyOfCountry } from './currencies'

it('knows in what a country pays, where estimates are made in it', () => {
  expect(['DE', 'JP', 'LI', 'CN', 'NO'].map(currencyOfCountry)).toEqual(['EUR', 'JPY', 'CHF', null, null])
})
