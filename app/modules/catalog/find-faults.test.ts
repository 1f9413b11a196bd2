import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { findFaults } from './find-faults'
import { PriceForm, wordsForm } from './listing-forms'
import { ListingDraft } from './schema'

const photo = (shot: string, digit: number) => ({
  mediaId: `00000000-0000-4000-8000-00000000000${digit}`,
  shot,
})

const whole = {
  titleZh: '八道盘长中堂挂结',
  craftCode: 'knots',
  storyZh: '二十六米五号线，中间不接头，打好挂三天再剪穗。',
  materialsZh: '五号线，铜珠',
  makingHours: 14.5,
  makeMode: 'made_to_order',
  makeDays: 9,
  priceFen: 36800,
  photos: [photo('whole', 1), photo('detail', 2), photo('back', 3)],
}

const faultsOf = (change: object) =>
  findFaults(ListingDraft.parse({ ...whole, ...change })).map(({ step, field, message }) => [
    step,
    field,
    message.split('\n')[0],
  ])

describe('findFaults', () => {
  it('finds none in a whole listing', () => expect(faultsOf({})).toEqual([]))

  it('asks why, when an hour brings less than the lowest wage, and is content with a reason', () => {
    const low = (change: object) =>
      findFaults(ListingDraft.parse({ ...whole, ...change }), { isLowWage: true }).map(({ field }) => field)
    expect(low({})).toEqual(['lowWageReason'])
    expect(low({ lowWageReason: '练手的' })).toEqual([])
  })

  it('names what an empty draft lacks, step by step', () => {
    expect(findFaults(ListingDraft.parse({})).map(({ step, field }) => `${step}.${field}`)).toEqual([
      'photos.photos',
      'words.titleZh',
      'words.craftCode',
      'words.storyZh',
      'words.materialsZh',
      'words.makingHours',
      'price.makeMode',
      'price.priceFen',
    ])
  })

  it('names what a step lacks as it stands on its page', () => {
    const lacks = { makingHours: null, shipsAbroad: true, titleEn: 'Endless knot', makeMode: 'stock' }
    const faults = findFaults(ListingDraft.parse({ ...whole, ...lacks }), {
      isLowWage: true,
      lacking: ['主结'],
    })
    expect(faults.map(({ field }) => field)).toEqual([
      'makingHours',
      'attributes',
      'weightGrams',
      'storyEn',
      'materialsEn',
      'lowWageReason',
      'stock',
    ])
  })

  it.each([
    [{ titleZh: '结' }, 'words', 'titleZh', 'errors.tooShort'],
    [{ titleZh: '结'.repeat(31) }, 'words', 'titleZh', 'errors.tooLong'],
    [{ storyZh: '𠮷'.repeat(9) }, 'words', 'storyZh', 'errors.tooShort'],
    [{ storyZh: '用＿米五号线，一根线打到底。' }, 'words', 'storyZh', 'template.gaps'],
    [{ makingHours: 2000.5 }, 'words', 'makingHours', 'errors.numberRange'],
    [{ makeMode: 'stock' }, 'price', 'stock', 'errors.required'],
    [{ makeDays: null }, 'price', 'makeDays', 'errors.required'],
    [{ priceFen: 99 }, 'price', 'priceFen', 'errors.moneyRange'],
    [{ priceFen: 100_000_001 }, 'price', 'priceFen', 'errors.moneyRange'],
    [{ photos: [photo('whole', 1)] }, 'photos', 'photos', 'studio.photosLack'],
    [{ titleEn: 'Endless knot' }, 'words', 'storyEn', 'studio.englishWhole'],
    [{ shipsAbroad: true, materialCodes: ['herb'] }, 'words', 'shipsAbroad', 'studio.staysInChina'],
    [{ shipsAbroad: true, weightGrams: null }, 'words', 'weightGrams', 'studio.weightForAbroad'],
  ])('%j is a fault', (change, step, field, key) =>
    expect(faultsOf(change)).toContainEqual([step, field, key]),
  )

  it('still finds what one field asks of another when a third is missing', () => {
    expect(faultsOf({ craftCode: null, makeDays: null })).toEqual([
      ['words', 'craftCode', 'errors.required'],
      ['price', 'makeDays', 'errors.required'],
    ])
  })

  it('takes a piece that exists once without a count', () =>
    expect(faultsOf({ makeMode: 'one_of_a_kind', makeDays: null })).toEqual([]))
})

describe('the forms', () => {
  const price = (fields: object) => PriceForm.safeParse({ version: '1', ...fields })
  const words = (fields: object) => wordsForm([]).safeParse({ version: '1', ...fields })

  it.each([
    ['368', 36800],
    ['３６８．５', 36850],
    [' 1,280.00 ', 128000],
    ['1000000', 100_000_000],
    ['', null],
  ])('read the price %j', (text, fen) => expect(price({ price: text }).data?.price).toBe(fen))

  it.each(['-5', '－５', '0.99', '1000000.01', '1000000000', '9'.repeat(20_000)])(
    'say between which amounts the price %j must lie',
    (text) => expect(price({ price: text }).error?.issues[0]?.message).toMatch(/^errors.moneyRange/),
  )

  it.each(['1e9', '12.345', 'NaN', '一百', '0x10', '\0'])('say how to write the price %j', (text) =>
    expect(price({ price: text }).error?.issues[0]?.message).toMatch(/^errors.badMoney/),
  )

  it.each([
    ['１', 1],
    ['9999', 9999],
    ['', null],
  ])('read the count %j', (text, count) => expect(price({ stock: text }).data?.stock).toBe(count))

  it.each([
    ['-1', 'errors.numberRange'],
    ['0', 'errors.numberRange'],
    ['10000', 'errors.numberRange'],
    ['9'.repeat(400), 'errors.numberRange'],
    ['1e9', 'errors.badNumber'],
    ['1.5', 'errors.badNumber'],
    ['二', 'errors.badNumber'],
    ['\ud800', 'errors.badNumber'],
  ])('refuse the count %j', (text, key) =>
    expect(price({ stock: text }).error?.issues[0]?.message.split('\n')[0]).toBe(key),
  )

  it.each([
    ['14.5', 14.5],
    ['０.５', 0.5],
    ['2000', 2000],
    ['', null],
  ])('read the hours %j', (text, hours) => expect(words({ makingHours: text }).data?.makingHours).toBe(hours))

  it.each(['0', '0.3', '-1', '2000.5', '1e3', 'x'])('refuse the hours %j', (text) =>
    expect(words({ makingHours: text }).success).toBe(false),
  )

  it.each(['a\0b', '\ud800', '字'.repeat(801), 'x'.repeat(20_000)])(
    'refuse a story they cannot keep',
    (text) => expect(words({ storyZh: text }).success).toBe(false),
  )

  it('read what was ticked in the order of the list, through the names that the page gives', () => {
    const form = new FormData()
    for (const name of ['version', 'colour.white', 'colour.red', 'occasion.spring-festival', 'colour.none'])
      form.set(name, name === 'version' ? '1' : 'on')
    const submission = parseWithZod(form, { schema: wordsForm([]) })
    expect(submission.status === 'success' && submission.value).toMatchObject({
      material: [],
      colour: ['red', 'white'],
      occasion: ['spring-festival'],
      shipsAbroad: false,
    })
  })

  it('keep rare characters, joined emoji and line ends as they are', () => {
    const text = '𠮷是姓，ཨོཾ、ꆈꌠ\n👩🏽‍🌾编的'
    expect(words({ storyZh: `${text}\r\n ` }).data?.storyZh).toBe(text)
  })
})
