import { beforeAll, describe, expect, it } from 'vitest'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller } from '../../../tests/fixtures/world'
import { isNewMaker } from './is-new-maker.server'

describe('isNewMaker', () => {
  beforeAll(() => buildGround())

  it('is she whose first shop is not yet ninety days old, however she came by it', async () => {
    const { actor, sellerId } = await buildSeller()
    expect(await isNewMaker({ actor })).toBe(true)
    await owner.$executeRaw`UPDATE "Seller" SET "createdAt" = app_now() - interval '91 days' WHERE id = ${sellerId}::uuid`
    expect(await isNewMaker({ actor })).toBe(false)
  })

  it('is nobody who has no shop of her own', async () => {
    const { sellerId } = await buildSeller()
    const person = await buildPerson({ village: null })
    const broker = await buildActor({ role: 'broker', person })
    expect(await isNewMaker({ actor: { ...broker, sellerIds: [sellerId] } })).toBe(false)
  })
})
