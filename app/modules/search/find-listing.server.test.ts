import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findListing } from './find-listing.server'
import { readProductQuery } from './product-query'
import { writeSearchWords } from './write-search-words.server'

const query = (text: string) => readProductQuery(new URLSearchParams(text))
const list = (text: string) => findListing(query(text), { locale: 'zh-CN' })
const slugsOf = async (text: string) => (await list(text)).pieces.map((piece) => piece.slug)

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

/** A piece that can be found by its words, published at an instant. */
async function hang(
  titleZh: string,
  publishedAt: string,
  over: Partial<Parameters<typeof buildPiece>[0]> = {},
) {
  const piece = await buildPiece({ sellerId, titleZh, ...over })
  await owner.product.update({ where: { id: piece.productId }, data: { publishedAt: new Date(publishedAt) } })
  await owner.$transaction((tx) =>
    writeSearchWords(
      tx,
      { kind: 'product', id: piece.productId },
      { names: [titleZh, '中国结', 'Knots', '示例结艺'], others: ['五号线'] },
    ),
  )
  return piece
}

describe('findListing', () => {
  it('finds by name, by a single character, by craft and by pinyin', async () => {
    const { slug } = await hang('酢浆草耳坠', '2026-02-01')
    await hang('团锦胸针', '2026-02-02')
    expect(await slugsOf('q=耳坠')).toEqual([slug])
    expect(await slugsOf('q=坠')).toEqual([slug])
    expect(await slugsOf('q=erzhui')).toEqual([slug])
    expect(await slugsOf('q=酢浆草 五号线')).toEqual([slug])
    expect(await slugsOf('q=zhongguojie')).toContain(slug)
    expect(await slugsOf('q=恐龙')).toEqual([])
  })

  it('finds a colour on what has it, and not in the name of a place or a shop', async () => {
    const red = await hang('盘长坠', '2026-02-06')
    const fromThere = await hang('红古来的坠', '2026-02-07')
    await owner.product.update({ where: { id: red.productId }, data: { colourCodes: ['red'] } })
    await owner.$transaction(async (tx) => {
      for (const { productId } of [red, fromThere]) await writeSearch(tx, productId)
    })
    expect(await slugsOf('q=红色坠')).toEqual([red.slug])
    expect(await slugsOf('q=红 坠')).toEqual(expect.arrayContaining([red.slug, fromThere.slug]))
  })

  it('shows what has some of the words where nothing has all, and nothing else was asked for', async () => {
    const { slug } = await hang('琥珀珠项链', '2026-02-05')
    const found = await list('q=琥珀恐龙项链')
    expect(found).toMatchObject({ pieces: [], likely: { likeness: 'words' } })
    expect(found.likely?.pieces[0]?.slug).toBe(slug)
    expect((await list('q=琥珀恐龙项链&max=1')).likely).toBeNull()
    expect((await list('q=项链')).likely).toBeNull()
  })

  it('corrects a Latin word as a whole: what a part of it may have meant is no word', async () => {
    await hang('Plafond knot', '2026-02-04')
    expect(await list('q=knto')).toMatchObject({ instead: 'knot', near: [] })
  })

  it('finds a piece by its number', async () => {
    const piece = await hang('编号找得到', '2026-02-03')
    await owner.product.update({ where: { id: piece.productId }, data: { serial: 'ZGJ-900001' } })
    expect(await slugsOf('q=zgj-900001')).toEqual([piece.slug])
  })

  it.each(["'", '!&|()', ':*', '\\', '%', 'a & !b', '<->', "'; drop table x"])(
    'takes %s for words',
    async (q) => {
      await expect(slugsOf(`q=${encodeURIComponent(q)}`)).resolves.toBeDefined()
    },
  )

  it('never shows drafts, paused or withdrawn pieces, or those of a closed shop', async () => {
    const shut = await buildSeller()
    for (const status of ['draft', 'paused', 'withdrawn'] as const) {
      const { productId } = await hang('藏起来的流苏', '2026-03-01')
      await owner.product.update({ where: { id: productId }, data: { status } })
    }
    await hang('藏起来的流苏', '2026-03-01', { sellerId: shut.sellerId })
    await owner.seller.update({ where: { id: shut.sellerId }, data: { status: 'paused' } })
    expect(await slugsOf('q=藏起来')).toEqual([])
  })

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

  it('sees the last piece go and the first come back in the same moment', async () => {
    const piece = await hang('卖光了的', '2026-04-06', { stock: 1 })
    const find = () => slugsOf('q=卖光了的&made=ready')
    expect(await find()).toEqual([piece.slug])
    const where = { variantId: piece.variantId }
    await owner.stockItem.update({ where, data: { reserved: 1 } })
    expect(await find()).toEqual([])
    await owner.stockItem.update({ where, data: { reserved: 0 } })
    expect(await find()).toEqual([piece.slug])
  })

  it('puts a piece that is called so before one that only mentions it, whatever they cost', async () => {
    const mentions = await hang('另有其名', '2026-04-09', { priceFen: 100n })
    await owner.$transaction((tx) =>
      writeSearchWords(
        tx,
        { kind: 'product', id: mentions.productId },
        { names: ['另有其名'], others: ['配一只如意坠'] },
      ),
    )
    const called = await hang('如意坠', '2026-04-01', { priceFen: 900_000n })
    expect(await slugsOf('q=如意坠')).toEqual([called.slug, mentions.slug])
  })

  it.each([
    ['一个字错了', '酢浆草耳追', '酢浆草耳坠'],
    ['同音的字', '作江草耳坠', '酢浆草耳坠'],
    ['少一个字母', 'zhonguojie', '中国结'],
    ['换了位置', 'zhonggoujie', '中国结'],
  ])('%s: %s is looked for as %s', async (_, q, instead) => {
    await hang('酢浆草耳坠', '2026-04-11')
    const found = await list(`q=${q}`)
    expect(found.instead).toBe(instead)
    expect(found.pieces.length).toBeGreaterThan(0)
  })

  it('corrects nothing that is found, and says so when nothing is near', async () => {
    expect(await list('q=中国结')).toMatchObject({ instead: null, near: [] })
    expect(await list('q=量子计算机')).toMatchObject({ instead: null, pieces: [], facets: { total: 0 } })
  })

  it('takes no part of a longer name for a word that was meant, unless it sounds like what was typed', async () => {
    await hang('掌心大的平安小福袋', '2026-04-12')
    expect(await list('q=平安符')).toMatchObject({ instead: null, near: [] })
    expect(await list('q=安小扶')).toMatchObject({ instead: '安小福' })
  })

  it('corrects nothing into a little word of somebody’s title, nor a word that says nothing', async () => {
    await hang('Knot and tassel', '2026-04-13')
    expect(await list('q=hand+made')).toMatchObject({ instead: null, near: [] })
    expect(await list('q=andd')).toMatchObject({ instead: null, near: [] })
  })

  it('finds a knot for what is knotted', async () => {
    const { slug } = await hang('Knot and tassel', '2026-04-14')
    expect(await slugsOf('q=knotted+tassels')).toContain(slug)
    expect(await slugsOf('q=hand+made+tassel')).toContain(slug)
  })

  it('names crafts and makers that are called so', async () => {
    const craft = await owner.craft.findFirstOrThrow()
    await owner.$transaction(async (tx) => {
      await writeSearchWords(tx, { kind: 'craft', id: craft.id }, { names: [craft.nameZh], others: [] })
      await writeSearchWords(tx, { kind: 'maker', id: sellerId }, { names: ['示例结艺'], others: [] })
    })
    const { crafts, makers } = (await list('q=中国结')).facets
    expect(crafts).toEqual([{ code: 'knots', name: '中国结' }])
    expect(makers).toEqual([])
    expect((await list('q=shilijieyi')).facets.makers).toMatchObject([{ name: '示例结艺', place: '榆中县' }])
  })

  it('answers anything that can be typed', async () => {
    const signs = fc.constantFrom(..."结扎染中国 a':*&|!()<>%_\u0000\ud800😀")
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: signs, maxLength: 80 }),
        fc.string({ maxLength: 60 }),
        async (q, after) => {
          const search = new URLSearchParams({ q, after, place: '620123', sort: 'new' })
          await findListing(readProductQuery(search), { locale: 'en' })
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each(['new', 'best', 'price', 'price-down', 'hours'])(
    'a forged place in %s shows a page',
    async (sort) => {
      for (const key of ['0', '1', '999999999999999'])
        await expect(
          slugsOf(`q=结&sort=${sort}&after=${key}_01900000-0000-7000-8000-000000000001`),
        ).resolves.toBeDefined()
      expect(await slugsOf(`sort=${sort}&after=1_x`)).toEqual(await slugsOf(`sort=${sort}`))
    },
  )

  it('pages on without gap or repeat while new pieces are hung', async () => {
    const made: string[] = []
    for (let index = 0; index < 30; index += 1) {
      // pairs share an instant: the id decides between them
      const day = String(1 + Math.floor(index / 2)).padStart(2, '0')
      made.push(
        (
          await hang(`翻页 ${index}`, `2026-05-${day}T08:00:00Z`, {
            priceFen: BigInt(1_000 * (index % 5) + 1_000),
          })
        ).slug,
      )
    }
    for (const sort of ['best', 'new', 'hours', 'price', 'price-down']) {
      const first = await list(`q=翻页&sort=${sort}`)
      expect(first.pieces).toHaveLength(24)
      // before everything else in every order
      const late = await hang('翻页 后来', '2026-06-01', { priceFen: sort === 'price' ? 500n : 9_000n })
      await owner.product.update({ where: { id: late.productId }, data: { makingMinutes: 9_999 } })
      const second = await list(first.next?.slice(1) ?? '')
      expect(second.next).toBeNull()
      const seen = [...first.pieces, ...second.pieces].map((piece) => piece.slug)
      expect(new Set(seen).size).toBe(30)
      expect(seen.toSorted()).toEqual(made.toSorted())
      await owner.product.update({ where: { id: late.productId }, data: { status: 'withdrawn' } })
    }
  })

  it('keeps its order across pages where prices and hours are the same or none, one way and the other', async () => {
    const prices = [2_000n, 2_000n, 2_000n, 3_000n, 5_000n]
    const minutes = [null, null, 600, 60, 0, 600]
    const made: { slug: string; id: string; price: bigint; hours: number }[] = []
    for (let index = 0; index < 54; index += 1) {
      const price = prices[index % prices.length] ?? 0n
      const makingMinutes = minutes[index % minutes.length] ?? null
      const { slug, productId } = await hang(`并列 ${index}`, '2026-05-01', { priceFen: price })
      await owner.product.update({ where: { id: productId }, data: { makingMinutes } })
      made.push({ slug, id: productId, price, hours: makingMinutes ?? 0 })
    }
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    const rising = made.toSorted((a, b) => Number(a.price - b.price) || byId(a, b))
    const wanted = {
      price: rising,
      'price-down': rising.toReversed(),
      hours: made.toSorted((a, b) => b.hours - a.hours || byId(a, b)),
      new: made.toSorted(byId),
    }
    for (const [sort, pieces] of Object.entries(wanted)) {
      const seen: string[] = []
      const sizes: number[] = []
      for (let next: string | null = `q=并列&sort=${sort}`; next !== null; ) {
        const page = await list(next)
        sizes.push(page.pieces.length)
        seen.push(...page.pieces.map(({ slug }) => slug))
        next = page.next?.slice(1) ?? null
      }
      expect([sort, sizes]).toEqual([sort, [24, 24, 6]])
      expect([sort, seen]).toEqual([sort, pieces.map(({ slug }) => slug)])
    }
  })

  describe('turned back', () => {
    const follow = async (start: string | null, way: 'next' | 'previous') => {
      const pages: Awaited<ReturnType<typeof list>>[] = []
      for (let address = start; address !== null; ) {
        const page = await list(address)
        pages.push(page)
        address = page[way]
      }
      return pages
    }
    const shown = (pages: Awaited<ReturnType<typeof follow>>) =>
      pages.map(({ page, pieces }) => ({ page, slugs: pieces.map(({ slug }) => slug) }))

    it('shows the same pages in every order', async () => {
      for (let index = 0; index < 80; index += 1) {
        const { productId } = await hang(`倒回 ${index}`, `2026-05-01T08:${10 + (index % 40)}:00Z`)
        // half of them have the words in their story alone
        if (index % 2 === 0)
          await owner.$transaction((tx) =>
            writeSearchWords(tx, { kind: 'product', id: productId }, { names: ['别的'], others: ['倒回'] }),
          )
      }
      for (const sort of ['best', 'new', 'hours', 'price', 'price-down']) {
        const pages = await follow(`?q=倒回&sort=${sort}`, 'next')
        expect(pages.map(({ page, pieces }) => [page, pieces.length])).toEqual([
          [1, 24],
          [2, 24],
          [3, 24],
          [4, 8],
        ])
        const back = (await follow(pages.at(-1)?.previous ?? null, 'previous')).reverse()
        expect([sort, shown(back)]).toEqual([sort, shown(pages.slice(0, -1))])
        expect(pages[2]?.previous).toMatch(/before=\d+_.+&page=2$/)
        expect(pages[1]?.previous).not.toMatch(/before=|page=/)
      }
    })

    it('leads to all that is left before a page, and to the first when nothing is', async () => {
      const ids = new Map<string, string>()
      for (let index = 0; index < 55; index += 1) {
        const { slug, productId } = await hang(`退页 ${index}`, '2026-05-01')
        ids.set(slug, productId)
      }
      const withdraw = async (slugs: readonly string[]) => {
        const of = slugs.map((slug) => ids.get(slug) ?? '')
        await owner.product.updateMany({ where: { id: { in: of } }, data: { status: 'withdrawn' } })
      }
      const [first, second, third] = shown(await follow('?q=退页&sort=new', 'next'))
      const last = (await follow('?q=退页&sort=new', 'next')).at(-1)
      await withdraw(first?.slugs ?? [])
      await withdraw(second?.slugs.slice(0, 6) ?? [])
      const left = await list(last?.previous ?? '')
      expect(left).toMatchObject({ page: 1, previous: null })
      expect(shown([left])).toEqual([{ page: 1, slugs: second?.slugs.slice(6) }])
      expect((await list(left.next ?? '')).pieces.map(({ slug }) => slug)).toEqual(third?.slugs)
      await withdraw(second?.slugs ?? [])
      const emptied = await list(last?.previous ?? '')
      expect(emptied).toMatchObject({ page: 1, previous: null, next: null })
      expect(emptied.pieces.map(({ slug }) => slug)).toEqual(third?.slugs)
    })
  })

  it('shows no piece without a price, in whichever order', async () => {
    const { slug, productId } = await hang('无价结', '2026-05-02')
    await owner.product.update({ where: { id: productId }, data: { fromPriceFen: null } })
    expect(await owner.searchEntry.findUniqueOrThrow({ where: { productId } })).toMatchObject({
      isShown: false,
      fromPriceFen: null,
    })
    for (const sort of ['best', 'new', 'hours', 'price', 'price-down'])
      expect(await slugsOf(`q=无价结&sort=${sort}`)).not.toContain(slug)
  })

  it('shows reviewed English only, and marks what is Chinese', async () => {
    const piece = await hang('双语结', '2026-07-01')
    const english = {
      productId: piece.productId,
      locale: 'en',
      title: 'Double knot',
      story: '',
      materials: '',
    }
    const { id } = await owner.productText.create({ data: english })
    const titleOf = async () =>
      (await findListing(query('q=双语'), { locale: 'en' })).pieces.map(({ title, titleLang }) => [
        title,
        titleLang,
      ])
    expect(await titleOf()).toEqual([['双语结', 'zh-CN']])
    await owner.productText.update({ where: { id }, data: { reviewedAt: new Date() } })
    expect(await titleOf()).toEqual([['Double knot', null]])
  })
})
