import { describe, expect, test } from 'vitest'
import { type AbroadGoods, type AbroadTerms, type Rate, sendAbroad } from './send-abroad'

const name = { zh: '德国', en: 'Germany' }
const reason = { zh: '里面有草药。', en: 'It holds herbs.' }
const epacket: Rate = {
  id: 'epacket',
  service: 'epacket',
  firstGrams: 100,
  firstFen: 3_000n,
  stepGrams: 100,
  stepFen: 900n,
  mostGrams: 2_000,
  daysFrom: 10,
  isTracked: true,
  daysTo: 20,
}
const ems: Rate = {
  ...epacket,
  id: 'ems',
  service: 'ems',
  firstGrams: 500,
  firstFen: 22_000n,
  stepGrams: 500,
  stepFen: 7_500n,
  mostGrams: 20_000,
  daysFrom: 7,
  daysTo: 14,
}
const terms: AbroadTerms = {
  country: { code: 'DE', name, isLatin: true, postcode: null, freeLimit: null },
  rates: [ems, epacket],
  blocked: [
    { craftId: null, materialCode: 'herb', reason },
    { craftId: 'gourds', materialCode: null, reason },
  ],
  packing: { grams: 60, bps: 1000 },
}
const knot: AbroadGoods = {
  shipsAbroad: true,
  materialCodes: ['nylon'],
  craftId: 'knots',
  weightGrams: 200,
  quantity: 1,
}

describe('a parcel abroad', () => {
  test.each([
    // 36 + 4 + 60 = 100: the first weight to the gram
    [36, 1, 100, 3_000n],
    // 37 + 4 + 60 = 101: a step is begun
    [37, 1, 101, 3_900n],
    [200, 1, 280, 4_800n],
    [200, 2, 500, 6_600n],
  ])('%i g × %i weighs %i g packed and costs %s', (weightGrams, quantity, grams, postageFen) => {
    const { quote, problems } = sendAbroad([{ ...knot, weightGrams, quantity }], terms)
    expect(problems).toEqual([null])
    expect(quote).toMatchObject({ rateId: 'epacket', grams, postageFen })
  })

  test('the dearer service takes what is too heavy for the cheaper', () => {
    // 2,000 + 200 + 60
    const { quote } = sendAbroad([{ ...knot, weightGrams: 2_000 }], terms)
    expect(quote).toMatchObject({ rateId: 'ems', grams: 2_260, postageFen: 22_000n + 4n * 7_500n })
  })

  test('all that take it are to choose from, the cheapest first, and the wanted one is taken while it takes the parcel', () => {
    const { quote, choices } = sendAbroad([knot], terms)
    expect(choices.map(({ service }) => service)).toEqual(['epacket', 'ems'])
    expect(quote).toBe(choices[0])
    expect(sendAbroad([knot], terms, 'ems').quote).toMatchObject({ rateId: 'ems', postageFen: 22_000n })
    expect(sendAbroad([knot], terms, 'parcel').quote).toMatchObject({ rateId: 'epacket' })
    const heavy = { ...knot, weightGrams: 2_000 }
    expect(sendAbroad([heavy], terms, 'epacket')).toMatchObject({
      quote: { rateId: 'ems' },
      choices: [{ service: 'ems' }],
    })
  })

  test('the last gram is taken, one more is too heavy, and that is said of each piece', () => {
    const most = { ...terms, rates: [{ ...epacket, mostGrams: 280 }] }
    expect(sendAbroad([knot], most).quote).not.toBeNull()
    const { quote, problems } = sendAbroad([knot, { ...knot, weightGrams: 1 }], most)
    expect(quote).toBeNull()
    expect(problems).toEqual([
      { kind: 'too_heavy', country: name, grams: 282, mostGrams: 280 },
      { kind: 'too_heavy', country: name, grams: 282, mostGrams: 280 },
    ])
  })

  test.each([
    [
      { materialCodes: ['satin', 'herb'], shipsAbroad: false },
      { kind: 'blocked', country: name, reason },
    ],
    [
      { craftId: 'gourds', weightGrams: null },
      { kind: 'blocked', country: name, reason },
    ],
    [
      { shipsAbroad: false, weightGrams: null },
      { kind: 'not_abroad', country: name },
    ],
    [{ weightGrams: null }, { kind: 'no_weight', country: name }],
  ])('%o is not sent', (of, problem) => {
    const { quote, problems } = sendAbroad([knot, { ...knot, ...of }], terms)
    expect(quote).toBeNull()
    expect(problems).toEqual([null, problem])
  })

  test('without a rate there is no way', () => {
    expect(sendAbroad([knot], { ...terms, rates: [] }).problems).toEqual([
      { kind: 'no_route', country: name },
    ])
  })
})

describe('a service that another one outdoes', () => {
  const parcel: Rate = {
    ...epacket,
    id: 'parcel',
    service: 'parcel',
    firstFen: 9_000n,
    daysTo: 50,
    isTracked: false,
  }
  const idsOf = (rates: Rate[]) => sendAbroad([knot], { ...terms, rates }).choices.map(({ rateId }) => rateId)

  test('in price, days and tracking is not offered, also to whoever chose it before', () => {
    expect(idsOf([parcel, epacket, ems])).toEqual(['epacket', 'ems'])
    expect(idsOf([epacket, { ...ems, daysFrom: 10, daysTo: 20 }])).toEqual(['epacket'])
    expect(sendAbroad([knot], { ...terms, rates: [parcel, epacket] }, 'parcel').quote?.rateId).toBe('epacket')
  })

  test.each([
    ['cheaper', { firstFen: 1_000n }],
    ['faster', { daysTo: 15 }],
    ['as slow and dear, but tracked', { isTracked: true, daysTo: 20, firstFen: 3_000n }],
  ])('but in nothing when it is %s', (_, better) => {
    expect(
      idsOf([
        { ...parcel, ...better },
        { ...epacket, isTracked: false },
      ]),
    ).toContain('parcel')
  })

  test('is the way for what is too heavy for the other', () => {
    const heavy = { ...knot, weightGrams: 2_000 }
    expect(
      sendAbroad([heavy], { ...terms, rates: [{ ...parcel, mostGrams: 10_000 }, epacket] }).quote?.rateId,
    ).toBe('parcel')
  })
})
