import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { feedFiles } from '../../app/paths'
import { loader } from '../../app/routes/resources/feed'
import { owner } from '../fixtures/owner'
import { buildGround, buildKind, buildMedia, buildPiece, buildSeller } from '../fixtures/world'
import { findRoutes } from './route-table'

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }

async function read(file: string): Promise<string> {
  const request = new Request(`http://127.0.0.1:3000/feeds/${file}`)
  return (await loader({ request, params: { file }, context })).text()
}

async function readTable(file: string): Promise<Record<string, string>[]> {
  return parse(await read(file), { delimiter: '\t', columns: true })
}

async function hang(of: Parameters<typeof buildPiece>[0]) {
  const piece = await buildPiece(of)
  await owner.productMedia.create({
    data: { productId: piece.productId, mediaId: await buildMedia(), position: 0 },
  })
  const { serial } = await owner.product.findUniqueOrThrow({ where: { id: piece.productId } })
  return { ...piece, serial }
}

let sellerId = ''
beforeAll(async () => {
  await buildGround()
  const seller = await buildSeller({ village: '620123100201' })
  sellerId = seller.sellerId
})

describe('the product feed', () => {
  it('has an address for each language and form, and takes no other', () => {
    const feeds = findRoutes().filter(({ file }) => file === 'routes/resources/feed.ts')
    expect(feeds.map(({ path }) => path)).toEqual(feedFiles.map((file) => `feeds/${file}`))
  })

  it('says price, place and handling time of what is on sale, and that it is gone when it is', async () => {
    const made = await hang({ sellerId, makeMode: 'made_to_order', makeDays: 9, priceFen: 12850n })
    const gone = await hang({ sellerId, stock: 0 })
    const paused = await hang({ sellerId })
    await owner.product.update({ where: { id: paused.productId }, data: { status: 'paused' } })
    const rows = await readTable('zh-CN.tsv')
    const of = (serial: string) => rows.filter(({ id }) => id === serial)
    expect(of(made.serial)).toMatchObject([
      {
        price: '128.50 CNY',
        availability: 'in_stock',
        max_handling_time: '9',
        identifier_exists: 'no',
        condition: 'new',
      },
    ])
    expect(of(made.serial)[0]?.link).toMatch(new RegExp(`/products/${made.slug}$`))
    expect(of(made.serial)[0]?.image_link).toMatch(/^http.*-1280\.jpg$/)
    expect(of(gone.serial)).toMatchObject([{ availability: 'out_of_stock' }])
    expect(of(paused.serial)).toEqual([])
  })

  it('hands on no picture that shows her at work, wherever it hangs, and no piece that has no other', async () => {
    const piece = await hang({ sellerId })
    const { media: making } = await owner.productMedia.findFirstOrThrow({
      where: { productId: piece.productId },
      select: { media: true },
    })
    await owner.media.update({ where: { id: making.id }, data: { shot: 'making' } })
    expect((await readTable('zh-CN.tsv')).filter(({ id }) => id === piece.serial)).toEqual([])
    await owner.productMedia.create({
      data: { productId: piece.productId, mediaId: await buildMedia(), position: 1 },
    })
    const rows = (await readTable('zh-CN.tsv')).filter(({ id }) => id === piece.serial)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(making.contentHash)
  })

  it('lists each variant of a piece under the number of the piece', async () => {
    const piece = await hang({ sellerId })
    const second = await buildKind({ ...piece, priceFen: 9900n })
    const rows = (await readTable('zh-CN.tsv')).filter(({ item_group_id }) => item_group_id === piece.serial)
    expect(rows.map(({ id, price }) => [id, price])).toEqual([
      [`${piece.serial}-${piece.variantId.slice(-6)}`, '68.00 CNY'],
      [`${piece.serial}-${second.id.slice(-6)}`, '99.00 CNY'],
    ])
    expect(rows[1]?.title).toBe('盘长挂结 · 大号')
  })

  it('has a piece in English only when its English was reviewed, and holds hostile text as text', async () => {
    const piece = await hang({ sellerId, titleZh: '<b>&"结\u0007\t二' })
    const english = {
      productId: piece.productId,
      locale: 'en',
      title: 'A <knot>',
      story: 's',
      materials: 'm',
    }
    const text = await owner.productText.create({ data: english })
    expect(await read('en.xml')).not.toContain(piece.slug)
    await owner.productText.update({ where: { id: text.id }, data: { reviewedAt: new Date() } })
    const xml = await read('en.xml')
    expect(xml).toContain(`/en/products/${piece.slug}</g:link>`)
    expect(xml).toContain('<g:title>A &#60;knot&#62;</g:title>')
    expect((await readTable('zh-CN.tsv')).find(({ id }) => id === piece.serial)?.title).toBe('<b>&"结 二')
  })
})
