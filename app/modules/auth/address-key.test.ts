import { expect, it } from 'vitest'
import { addressKey } from './address-key'

it('takes an IPv4 address whole', () => {
  expect(addressKey('203.0.113.9')).toBe('203.0.113.9')
})

it.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('takes the network of %s', (address, network) => {
  expect(addressKey(address)).toBe(network)
})
