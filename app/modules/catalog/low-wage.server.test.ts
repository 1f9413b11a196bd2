import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { openRevision, price, submit, writeListing } from '../../../tests/fixtures/listings'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildSeller } from '../../../tests/fixtures/world'
import { approveListing } from './approve-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { findFairPrice } from './find-fair-price.server'
import { findProductPage } from './find-product-page.server'
import { getListing } from './get-listing.server'
import { getReview } from './get-review.server'
import { saveListingPrice } from './save-listing-price.server'

const locale = 'zh-CN'
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

describe('a price below the lowest wage of her county', () => {
  let artisan: Actor
  let coordinator: Actor
  beforeAll(async () => {
    await buildGround()
    artisan = (await buildSeller()).actor
    coordinator = await buildActor({ role: 'coordinator', region: '620123' })
    const [year2020, year2024] = [new Date('2020-01-01'), new Date('2024-01-01')]
    const source = '试验'
    await owner.setting.createMany({
      data: [
        {
          key: 'wages.minimumHourly',
          value: { source, hourlyFen: { '620123': 9900 } },
          validFrom: year2020,
          validTo: year2024,
        },
        {
          key: 'wages.minimumHourly',
          value: { source, hourlyFen: { '62': 1800, '6201': 1900, '620121': 5000 } },
          validFrom: year2024,
        },
      ],
    })
  })

  // 295.00 at 5 % leaves 280.25: 19.32 an hour over 14.5 hours; with 12.00 of materials 18.50
  const low = { price: 29_500, materialsCost: 1200, packing: 0 }

  const fairOf = async (productId: string) => {
    const { sellerId, content } = await getListing({ actor: artisan, productId, locale })
    return findFairPrice({ productId, sellerId, content, locale })
  }

  it('counts by the nearest place above her and the figures of today', async () => {
    const productId = await writeListing(artisan, { price: { price: 29_500 } })
    expect(await fairOf(productId)).toMatchObject({
      earning: { shareFen: 28_025, workFen: 28_025, wageFen: 1932 },
      below: null,
      minimum: { hourlyFen: 1900, place: '兰州市' },
      suggestion: { wageFen: 1900, priceFen: 29_000 },
    })
  })

  it('is handed in only with a reason, which the coordinator reads, and which stays with the piece', async () => {
    const productId = await writeListing(artisan, { price: low })
    expect(await fairOf(productId)).toMatchObject({
      earning: { wageFen: 1850 },
      below: { minimumFen: 1900, place: '兰州市' },
    })
    expect(await keyOf(submit(artisan, productId))).toBe('studio.notComplete')
    const { open } = await getListing({ actor: artisan, productId, locale })
    expect(open?.faults).toMatchObject([{ field: 'lowWageReason', step: 'price' }])

    const { version } = await openRevision(productId)
    const reasoned = { ...price, ...low, lowWageReason: '练手的', showsCosts: true }
    await saveListingPrice({ actor: artisan, productId, version, price: reasoned })
    const { revisionId, version: read } = await submit(artisan, productId)
    expect(await getReview({ actor: coordinator, revisionId, locale })).toMatchObject({
      fair: { below: { minimumFen: 1900 } },
      now: { content: { lowWageReason: '练手的' } },
    })

    await approveListing({ actor: coordinator, revisionId, version: read, isEnglishReviewed: false })
    const { slug } = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    expect(await findProductPage(slug, locale)).toMatchObject({
      costs: { materialsFen: 1200, packingFen: 0 },
    })
    expect(JSON.stringify(await findProductPage(slug, locale))).not.toContain('练手的')
    await editLiveListing({ actor: artisan, productId })
    expect((await openRevision(productId)).content).toMatchObject({
      materialsCostFen: 1200,
      packingFen: 0,
      lowWageReason: '练手的',
      showsCosts: true,
    })
  })

  it('takes the price that her wage asks for, and keeps costs from buyers who are not shown them', async () => {
    const productId = await writeListing(artisan, { price: low })
    const { version } = await openRevision(productId)
    const wanted = { ...price, ...low, hourlyWage: 2500 }
    await saveListingPrice({
      actor: artisan,
      productId,
      version,
      price: wanted,
      intent: { act: 'suggest', without: null, goesOn: false },
    })
    // 14.5 × 25.00 + 12.00 = 374.50 is 95 % of 394.21
    expect((await openRevision(productId)).content).toMatchObject({ priceFen: 39_500, hourlyWageFen: 2500 })
    const { revisionId, version: read } = await submit(artisan, productId)
    await approveListing({ actor: coordinator, revisionId, version: read, isEnglishReviewed: false })
    const { slug } = await owner.product.findUniqueOrThrow({ where: { id: productId } })
    expect((await findProductPage(slug, locale))?.costs).toBeNull()
  })

  it('is never a cost below nothing, whoever writes it', async () => {
    const productId = await writeListing(artisan)
    const negative = owner.product.update({ where: { id: productId }, data: { packingFen: -1n } })
    await expect(negative).rejects.toThrow('Product_costs_not_negative')
  })
})
