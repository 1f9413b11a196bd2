import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyAmong } from './price-words'
import { facetGroups, nothingChosen, readProductQuery, writeProductQuery } from './product-query'

const read = (text: string) => readProductQuery(new URLSearchParams(text))

/** any UTF-16 units at all: control characters, half surrogates */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

describe('readProductQuery', () => {
  it('reads every part', () => {
    expect(
      read(
        'q=%E6%89%8E%E6%9F%93&craft=tie-dye&craft=knots&place=620123&made=ready&one=yes&colour=red&min=50&max=128.50&sort=price&after=6800_01900000-0000-7000-8000-000000000001',
      ),
    ).toEqual({
      q: '扎染',
      chosen: {
        ...nothingChosen,
        craft: ['tie-dye', 'knots'],
        made: ['ready'],
        one: ['yes'],
        place: ['620123'],
        colour: ['red'],
      },
      minFen: 5_000n,
      maxFen: 12_850n,
      sort: 'price',
      turn: { from: { key: 6_800n, id: '01900000-0000-7000-8000-000000000001' }, isBack: false, page: null },
    })
  })

  it.each([
    ['band=50-100&min=10&max=abc', 5_000n, 10_000n],
    ['band=-50&min=70', null, 5_000n],
    ['band=500-&min=&max=', 50_000n, null],
    ['band=-&min=50&max=100', null, null],
    // what no button sends
    ['band=&min=50', 5_000n, null],
    ['band=1-2-3&min=50', 5_000n, null],
    ['band=x-y&min=50', null, null],
  ])('takes a price that was pressed for the one in the fields: %s', (search, minFen, maxFen) => {
    expect(read(search)).toMatchObject({ minFen, maxFen })
  })

  it('leaves out what makes no sense', () => {
    expect(
      read(
        'q=%00&craft=../x&craft=knots&place=62&made=gold&one=no&colour=plaid&min=-1&max=1e9&sort=cheap&after=0_x',
      ),
    ).toEqual({
      q: '',
      chosen: { ...nothingChosen, craft: ['knots'] },
      minFen: null,
      maxFen: null,
      sort: 'best',
      turn: null,
    })
  })

  it.each([
    ['after=5_ID&page=3', { isBack: false, page: 3 }],
    ['before=5_ID&page=2', { isBack: true, page: 2 }],
    // no page that was turned to is the first, and a number alone leads nowhere
    ['before=5_ID&page=1', { isBack: true, page: null }],
    ['after=5_ID&page=-3', { isBack: false, page: null }],
    ['after=5_ID&page=1e3', { isBack: false, page: null }],
    ['before=6_ID&after=5_ID', { isBack: false, page: null }],
    ['page=3', null],
  ])('reads where a page was turned from in %s', (search, turn) => {
    const id = '01900000-0000-7000-8000-000000000001'
    expect(read(search.replaceAll('ID', id)).turn).toEqual(turn && { from: { key: 5n, id }, ...turn })
  })

  it('turns a price range round that was typed the wrong way', () => {
    expect(read('min=200&max=１００')).toMatchObject({ minFen: 10_000n, maxFen: 20_000n })
  })

  it.each([
    ['50元以下', '', null, 5_000n],
    ['５０元以下！', '', null, 5_000n],
    ['¥100以下', '', null, 10_000n],
    ['99.9元以内', '', null, 9_990n],
    ['1,000元以下的香包', '香包', null, 100_000n],
    ['200块钱以内的香包', '香包', null, 20_000n],
    ['香包，100元以内', '香包', null, 10_000n],
    ['100内', '', null, 10_000n],
    ['香包 100-300元', '香包', 10_000n, 30_000n],
    ['¥50-¥100', '', 5_000n, 10_000n],
    ['100元以上 手链', '手链', 10_000n, null],
    ['100元以上200元以下', '', 10_000n, 20_000n],
    ['scarf under 200 yuan', 'scarf', null, 20_000n],
    ['under 1,000 yuan', '', null, 100_000n],
    ['knots below CN¥88', 'knots', null, 8_800n],
    ['under RMB 50', '', null, 5_000n],
    ['over 100 yuan', '', 10_000n, null],
    ['from ¥50 to ¥100', '', 5_000n, 10_000n],
    ['sachets between 50 and 100 yuan', 'sachets', 5_000n, 10_000n],
    ['¥50 香包', '香包', 4_000n, 6_000n],
    ['50元的香包', '香包', 4_000n, 6_000n],
    ['香包 99 元左右', '香包', 7_900n, 11_900n],
    ['5号线 ¥100', '5号线', 8_000n, 12_000n],
    ['knots about CN¥88', 'knots', 7_000n, 10_600n],
  ])('reads the price in “%s”', (q, words, minFen, maxFen) => {
    expect(read(`q=${encodeURIComponent(q)}`)).toMatchObject({ q: words, minFen, maxFen })
  })

  it.each([
    ['under $20', '', null, 14_200n],
    ['scarf under US$ 20', 'scarf', null, 14_200n],
    ['＄10-20 sachet', 'sachet', 7_100n, 14_200n],
    ['between 10 and 20 dollars', '', 7_100n, 14_200n],
    ['20美元以下的香包', '香包', null, 14_200n],
    ['over $1,000.50', '', 710_200n, null],
    ['scarf around $20', 'scarf', 11_300n, 17_100n],
    ['2 pound bag', '2 pound bag', null, null],
    ['2 dollar bag under 100', '2 dollar bag', null, 10_000n],
  ])('estimates the price in “%s” by the rate of the currency', (q, words, minFen, maxFen) => {
    const rate = { currency: 'USD', cnyPer100: 709.85, day: '2026-11-30' } as const
    expect(readProductQuery(new URLSearchParams({ q }), rate)).toMatchObject({ q: words, minFen, maxFen })
  })

  it.each([
    ['under $20', 'USD'],
    ['under HK$20', 'HKD'],
    ['below A$ 30', 'AUD'],
    ['€5 to €10', 'EUR'],
    ['20英镑以内', 'GBP'],
    ['under 3000 yen', 'JPY'],
    ['under ¥20', null],
    ['20元以下', null],
    ['dollar plant', null],
    ['$', null],
  ])('finds in “%s” the currency %s', (typed, currency) => {
    expect(currencyAmong(typed)).toBe(currency)
  })

  it('looks for no character that turns the writing round', () => {
    expect(read('q=%E9%A6%99%E5%8C%85%E2%80%AE%E2%81%A6%00')).toMatchObject({ q: '香包' })
  })

  it('leaves a price in a currency without a rate among the words', () => {
    expect(read('q=under+%2420')).toMatchObject({ q: 'under $20', minFen: null, maxFen: null })
  })

  it.each([
    ...['5号线', 'ZGJ-0217', '二十六米', 'from Lanzhou', '100', '2024年以内', '7天内', '20cm以内'],
    ...[
      'toy under 3 years',
      'scarf up to 40 cm',
      'pillow cover 50',
      '2024至2025元旦',
      '2到3块手帕',
      '10 内画鼻烟壶',
    ],
    ...['over 60', '12-24 months', 'from 2 to 3'],
  ])('reads no price in “%s”', (q) => {
    expect(read(`q=${encodeURIComponent(q)}`)).toMatchObject({ q, minFen: null, maxFen: null })
  })

  it('leaves words alone beside a price in its own field', () => {
    expect(read('q=50元以下&max=100')).toMatchObject({ q: '50元以下', maxFen: 10_000n })
  })

  it('takes anything', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...facetGroups, 'q', 'min', 'max', 'sort', 'after', 'before', 'page'),
            anyText,
          ),
        ),
        (parts) => {
          const search = new URLSearchParams()
          for (const [name, value] of parts) search.append(name, value)
          expect(() => readProductQuery(search)).not.toThrow()
        },
      ),
    )
  })
})

describe('writeProductQuery', () => {
  it('writes what it read, and begins at the start when something changes', () => {
    const text =
      'q=knot&craft=knots&made=ready&min=50&sort=hours&after=90_01900000-0000-7000-8000-000000000001&page=4'
    const query = read(text)
    expect(writeProductQuery(query, { turn: query.turn })).toBe(`?${text}`)
    expect(writeProductQuery(query, { chosen: { ...query.chosen, craft: [] } })).toBe(
      '?q=knot&made=ready&min=50&sort=hours',
    )
    expect(writeProductQuery(read(''))).toBe('')
  })
})
