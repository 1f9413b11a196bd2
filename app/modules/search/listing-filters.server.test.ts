import { beforeAll, describe, expect, it } from 'vitest'
import { type HungPiece, hangPiece, listOf as list, slugsOf } from '../../../tests/fixtures/hung-pieces'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'

let sellerId = ''
const hang = (...piece: HungPiece) => hangPiece(sellerId, ...piece)
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

describe('the filters of a list', () => {
  it('filters by county, by how it can be had, and by price', async () => {
    const away = await buildSeller({ village: '620121100201' })
    const ready = await hang('筛选甲', '2026-04-01', { priceFen: 5_000n, stock: 2 })
    const sold = await hang('筛选乙', '2026-04-02', { priceFen: 5_000n, stock: 0 })
    const made = await hang('筛选丙', '2026-04-03', {
      priceFen: 9_000n,
      makeMode: 'made_to_order',
      sellerId: away.sellerId,
    })
    const all = 'q=筛选'
    expect(await slugsOf(`${all}&sort=new`)).toEqual([made.slug, sold.slug, ready.slug])
    // what cannot be had now comes last
    expect(await slugsOf(all)).toEqual([made.slug, ready.slug, sold.slug])
    expect(await slugsOf(`${all}&made=ready`)).toEqual([ready.slug])
    expect(await slugsOf(`${all}&made=ready&made=7`)).toEqual([made.slug, ready.slug])
    expect(await slugsOf(`${all}&place=620121`)).toEqual([made.slug])
    expect(await slugsOf(`${all}&place=6201&place=620121`)).toEqual([made.slug])
    expect(await slugsOf(`${all}&place=620123100`)).toEqual([ready.slug, sold.slug])
    expect(await slugsOf(`${all}&min=50&max=50`)).toEqual([ready.slug, sold.slug])
    expect(await slugsOf(`${all}&craft=gourds`)).toEqual([])
    expect(await slugsOf(`${all}&sort=price&min=60`)).toEqual([made.slug])
    const { facets, filter } = await list(`${all}&made=ready`)
    expect(facets.total).toBe(1)
    expect(facets.choices.made.map(({ value, count }) => [value, count])).toEqual([
      ['ready', 1],
      ['7', 1],
      ['14', 0],
      ['30', 0],
      ['longer', 0],
    ])
    expect(facets.places.find((one) => one.value === '620121')).toMatchObject({ count: 0, level: 'county' })
    expect(facets.places.find((one) => one.value === '6201')).toMatchObject({ count: 1, level: 'city' })
    expect(filter.chosen).toMatchObject([{ kind: 'made', value: 'ready' }])
    const nothing = await list(`${all}&made=30&place=620123`)
    expect(nothing.filter.waysOut.map(({ kind, count }) => [kind, count])).toEqual([['made', 2]])
  })

  it('counts each question without its own answers, whatever else was chosen', async () => {
    const cells = [
      { colourCodes: ['red'], occasionCodes: ['wedding'], shipsAbroad: true },
      { colourCodes: ['red', 'white'], occasionCodes: ['baby'], shipsAbroad: false },
      { colourCodes: ['blue'], occasionCodes: ['wedding', 'baby'], shipsAbroad: true },
    ]
    for (const [at, data] of cells.entries()) {
      const { productId } = await hang(`配色${at}`, '2026-04-05', {
        makeMode: at === 2 ? 'one_of_a_kind' : 'stock',
      })
      await owner.product.update({ where: { id: productId }, data })
    }
    const countsOf = async (search: string) => {
      const { total, choices } = (await list(`q=配色${search}`)).facets
      const of = (group: 'colour' | 'occasion' | 'abroad' | 'one') =>
        choices[group].flatMap(({ value, count }) => (count > 0 ? [`${value} ${count}`] : []))
      return { total, colour: of('colour'), occasion: of('occasion'), abroad: of('abroad'), one: of('one') }
    }
    expect(await countsOf('')).toEqual({
      total: 3,
      colour: ['red 2', 'blue 1', 'white 1'],
      occasion: ['wedding 2', 'baby 2'],
      abroad: ['yes 2'],
      one: ['yes 1'],
    })
    expect(await countsOf('&colour=red')).toEqual({
      total: 2,
      colour: ['red 2', 'blue 1', 'white 1'],
      occasion: ['wedding 1', 'baby 1'],
      abroad: ['yes 1'],
      one: [],
    })
    expect(await countsOf('&colour=red&occasion=wedding')).toEqual({
      total: 1,
      colour: ['red 1', 'blue 1'],
      occasion: ['wedding 1', 'baby 1'],
      abroad: ['yes 1'],
      one: [],
    })
  })

  it('offers prices with what the list would hold: both bounds count, the price that was chosen does not', async () => {
    for (const [at, [priceFen, colour]] of (
      [
        [4_999n, 'red'],
        [5_000n, 'blue'],
        [5_001n, 'red'],
        [10_000n, 'red'],
        [60_000n, 'blue'],
      ] as const
    ).entries()) {
      const { productId } = await hang(`价段${at}`, '2026-04-08', { priceFen })
      await owner.product.update({ where: { id: productId }, data: { colourCodes: [colour] } })
    }
    const offered = async (text: string) => (await list(`q=价段${text}`)).filter.bands
    const countsOf = async (text: string) => (await offered(text)).map(({ count }) => count)
    expect(await countsOf('')).toEqual([2, 3, 1, 0, 1])
    expect(await countsOf('&min=50&max=100')).toEqual([2, 3, 1, 0, 1])
    expect(await countsOf('&colour=red')).toEqual([1, 2, 1, 0, 0])
    expect(await countsOf('&colour=red&min=900')).toEqual([1, 2, 1, 0, 0])
    const cheap = '&colour=red&max=50'
    for (const { count, value, isChosen } of await offered(cheap))
      expect((await list(`q=价段${cheap}&band=${value}`)).facets.total, value).toBe(isChosen ? 3 : count)
  })

  it('counts among what goes abroad nothing that no border lets through, from the day on and until the day', async () => {
    const knots = await owner.craft.findFirstOrThrow()
    const countries = await owner.country.findMany({
      where: { zoneId: { not: null } },
      select: { code: true },
    })
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
    const stop = (materialCode: string, over: { countryCode?: string; from?: number; to?: number } = {}) =>
      owner.blockedGoods.create({
        data: {
          materialCode,
          countryCode: over.countryCode ?? null,
          reasonZh: '海关不放行。',
          reasonEn: 'Customs do not let it through.',
          validFrom: hours(over.from ?? -2),
          validTo: over.to === undefined ? null : hours(over.to),
        },
      })
    await stop('enamel', { from: 1 })
    await stop('silk', { to: -1 })
    await stop('wood', { countryCode: 'NZ' })
    for (const { code } of countries) await stop('metal', { countryCode: code })
    for (const [material, shipsAbroad] of [
      // the database has stopped it since it knows of parcels abroad
      ['herb', true],
      ['metal', true],
      ['enamel', true],
      ['silk', true],
      ['wood', true],
      ['cotton', false],
    ] as const) {
      const { productId } = await hang(`过境${material}`, '2026-04-07')
      await owner.product.update({
        where: { id: productId },
        data: { materialCodes: [material], shipsAbroad },
      })
    }
    const abroadOf = async (search: string) => (await list(search)).facets.choices.abroad
    expect(await abroadOf('q=过境')).toMatchObject([{ value: 'yes', count: 3 }])
    const { facets, pieces } = await list('q=过境&abroad=yes')
    expect(facets.total).toBe(3)
    expect(facets.choices.abroad).toMatchObject([{ value: 'yes', count: 3 }])
    const goes = ['enamel', 'silk', 'wood']
    expect(
      facets.choices.material.flatMap(({ value, count }) => (count > 0 ? [value] : [])).toSorted(),
    ).toEqual(goes)
    expect(pieces.map(({ title }) => title).toSorted()).toEqual(goes.map((material) => `过境${material}`))
    const { pieces: all } = await list('q=过境')
    expect(all.flatMap(({ title, staysInside }) => (staysInside ? [title] : [])).toSorted()).toEqual([
      '过境cotton',
      '过境herb',
      '过境metal',
    ])
    const { id } = await owner.blockedGoods.create({
      data: { craftId: knots.id, reasonZh: '停。', reasonEn: 'Stopped.', validFrom: hours(-1) },
    })
    expect(await abroadOf('q=过境')).toMatchObject([{ count: 0 }])
    await owner.blockedGoods.update({ where: { id }, data: { validTo: hours(0) } })
    expect(await abroadOf('q=过境')).toMatchObject([{ count: 3 }])
  })
})
