import { expect, it } from 'vitest'
import { destinationView } from './destination-view'

const country = (code: string, units: number | null) => ({
  code,
  name: { zh: code, en: code },
  isLatin: true,
  postcode: null,
  freeLimit: units === null ? null : { units, currency: 'EUR', day: '2026-07-01' },
})
const dutiesOf = (code: string, units: number | null) =>
  destinationView(country(code, units), 'en').duties.join(' ')

it.each(['DE', 'US', 'MX'])('says into %s who pays taxes, and that the carrier may ask a fee', (code) => {
  expect(dutiesOf(code, null)).toContain('Customs duty and import VAT or sales tax are paid by the recipient')
  expect(dutiesOf(code, null)).toContain('may add a handling fee')
})

it('says where import VAT is asked of every parcel, since when and by which rule', () => {
  expect(dutiesOf('DE', 0)).toContain(
    'Since 1 July 2021 DE has asked import VAT on parcels of any value (Directive (EU) 2017/2455)',
  )
  expect(dutiesOf('GB', 135)).toContain('Since 1 January 2021 GB')
  expect(dutiesOf('US', 0)).not.toContain('any value')
})
