import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { openRevision, saveWords, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { copyListing } from './copy-listing.server'
import { startListing } from './start-listing.server'

const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

describe('one more piece like it', () => {
  let artisan: Actor
  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
  })

  it('takes words, price and costs along, and leaves photos, count and the reason for a low price', async () => {
    const change = { materialsCost: 1200, hourlyWage: 2000, lowWageReason: '练手的' }
    const productId = await writeListing(artisan, { price: change })
    const copy = await copyListing({ actor: artisan, productId })
    expect(copy).not.toBe(productId)
    const [before, after] = [await openRevision(productId), await openRevision(copy)]
    expect(after).toMatchObject({ state: 'draft', number: 1 })
    expect(after.content).toEqual({
      ...Object(before.content),
      photos: [],
      stock: null,
      lowWageReason: '',
    })
    expect(after.content).toMatchObject({
      titleZh: '八道盘长中堂挂结',
      colourCodes: ['red'],
      priceFen: 36_800,
    })
  })

  it('is one piece on two taps, a second once the first is written in, and never the blank sheet', async () => {
    const { actor, sellerId } = await buildSeller()
    const { productId } = await buildPiece({ sellerId, titleZh: '两只结' })
    const twice = await Promise.all([copyListing({ actor, productId }), copyListing({ actor, productId })])
    expect(new Set(twice).size).toBe(1)
    expect(await startListing({ actor })).not.toBe(twice[0])
    await saveWords(actor, twice[0], { titleZh: '另一只' })
    expect(await copyListing({ actor, productId })).not.toBe(twice[0])
  })

  it('is of her own pieces, and within what she can keep in view', async () => {
    const { actor, sellerId } = await buildSeller()
    const { productId } = await buildPiece({ sellerId })
    expect(await keyOf(copyListing({ actor: artisan, productId }))).toBe('errors.notFound')
    const craft = await owner.craft.findFirstOrThrow()
    await owner.product.createMany({
      data: Array.from({ length: 30 }, (_, at) => ({
        sellerId,
        craftId: craft.id,
        slug: `draft-${sellerId}-${at}`,
        serial: `draft-${sellerId}-${at}`,
      })),
    })
    expect(await keyOf(copyListing({ actor, productId }))).toBe('studio.tooManyDrafts')
  })
})
