import { beforeAll, describe, expect, it } from 'vitest'
import { type HungPiece, hangPiece, listOf as list, slugsOf } from '../../../tests/fixtures/hung-pieces'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildSeller } from '../../../tests/fixtures/world'
import { writeSearchWords } from './write-search-words.server'

let sellerId = ''
const hang = (...piece: HungPiece) => hangPiece(sellerId, ...piece)
beforeAll(async () => {
  await buildGround()
  sellerId = (await buildSeller()).sellerId
})

describe('what typed words are taken for', () => {
  it('corrects a Latin word as a whole: what a part of it may have meant is no word', async () => {
    await hang('Plafond knot', '2026-02-04')
    expect(await list('q=knto')).toMatchObject({ instead: 'knot', near: [] })
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
})
