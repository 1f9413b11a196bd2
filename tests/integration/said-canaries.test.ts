import { describe, expect, it } from 'vitest'
import { type Canary, findSaid, findSent, ofContact } from '../fixtures/said-canaries'

const canaries: Canary[] = [
  { kind: 'name', value: '金丝雀娘' },
  { kind: 'phone', value: '13977700071' },
  { kind: 'id_number', value: '620123197001010023' },
  { kind: 'card', value: '4242424242424242' },
  { kind: 'household', value: 'LZ-YZ-0042' },
  { kind: 'name', value: 'Ann Ode' },
]

describe('what a server says', () => {
  it.each([
    '{"level":50,"reason":"金丝雀娘"}',
    '{"level":30,"route":"/desk?q=%E9%87%91%E4%B8%9D%E9%9B%80%E5%A8%98"}',
    'no such number: 13977700071',
    'Error: Key (code)=(LZ-YZ-0042) already exists',
    'no parcel for “Ann Ode”',
    '{"url":"/orders?name=Ann%20Ode"}',
    '[sms] 139****0071 您的卡 4242424242424242',
    '[mail] a***@example.org 620123197001010023',
  ])('is found out: %s', (line) => {
    const text = `{"level":30,"msg":"request"}\n${line}\n`
    expect(findSaid(text, canaries)).toHaveLength(1)
  })

  it.each([
    '{"time":1397770007112,"ms":4}',
    'Joann Ode, Ann Odense',
    '[sms] 139****0071 金丝雀娘，您的件卖出去了',
    '[code] 139****0071 482913',
  ])('may be: %s', (line) => {
    expect(findSaid(`${line}\n`, canaries)).toEqual([])
  })
})

it('a carrier’s file knows numbers and names, and nothing more', () => {
  expect(findSent('13977700071 482913\n{"phone":"13977700071","text":"金丝雀娘，…"}\n', canaries)).toEqual([])
  expect(findSent('{"phone":"13977700071","text":"户 LZ-YZ-0042"}\n', canaries)).toHaveLength(1)
})

it('an address abroad says as much of somebody as one at home', () => {
  const abroad = {
    country: 'DE',
    countryName: 'Germany',
    line2: '',
    city: 'Köln',
    state: '',
    postcode: '50667',
  }
  const { name, phone } = { name: 'Änne Müller', phone: '+4922112345' }
  expect(
    ofContact({ ...abroad, name, phone, line1: 'Domkloster 4', email: 'aenne@example.org' }).map(
      ({ value }) => value,
    ),
  ).toEqual([name, phone, 'Domkloster 4', 'aenne@example.org'])
  const home = {
    name: '杨梅',
    phone: '13977700072',
    regionCode: '620123',
    regionText: '甘肃省 榆中县',
    line: '金崖镇 7 号',
  }
  expect(ofContact(home).map(({ value }) => value)).toEqual([home.name, home.phone, home.line])
})
