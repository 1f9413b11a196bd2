import { expect, it } from 'vitest'
import { houseData } from './place-data'

const house = { name: 'Qiaoshou', description: '', origin: 'https://example.com' }

it('says how the shop is reached, as far as it is set', () => {
  const contact = { phone: '0931-0000000', hoursZh: null, hoursEn: null, email: null }
  expect(houseData({ ...house, contact }).contactPoint).toEqual({
    '@type': 'ContactPoint',
    contactType: 'customer service',
    telephone: '0931-0000000',
    availableLanguage: ['zh', 'en'],
  })
  expect(houseData({ ...house, contact: null })).not.toHaveProperty('contactPoint')
})
