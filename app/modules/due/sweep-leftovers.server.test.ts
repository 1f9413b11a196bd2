import { beforeAll, describe, expect, it } from 'vitest'
import { sweepCodes } from '~/modules/auth/sweep-codes.server'
import { sweepSessions } from '~/modules/auth/sweep-sessions.server'
import { sweepCarts } from '~/modules/cart/sweep-carts.server'
import { addListingPhoto } from '~/modules/catalog/add-listing-photo.server'
import { removeListingPhoto } from '~/modules/catalog/remove-listing-photo.server'
import { startListing } from '~/modules/catalog/start-listing.server'
import { takeBackListing } from '~/modules/catalog/take-back-listing.server'
import { acceptPicture } from '~/modules/media/accept-picture.server'
import { pictureFileNames } from '~/modules/media/picture-names'
import { sweepPictures } from '~/modules/media/sweep-pictures.server'
import { randomToken, tokenHash } from '~/platform/secrets/token.server'
import { storage } from '~/platform/storage/storage.server'
import { openRevision, photoBytes, submit, writeListing } from '../../../tests/fixtures/listings'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildCart,
  buildGround,
  buildMedia,
  buildPerson,
  buildPiece,
  buildSeller,
} from '../../../tests/fixtures/world'
import { sweepLeftovers } from './sweep-leftovers.server'

const hour = 60 * 60 * 1000
const newHash = () => tokenHash(randomToken(16))

async function appTime(hoursFromNow: number): Promise<Date> {
  const [row] = await owner.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`
  return new Date((row?.now.getTime() ?? 0) + hoursFromNow * hour)
}

beforeAll(() => buildGround())

describe('codes', () => {
  async function code(createdHoursAgo: number, endsInHours: number): Promise<string> {
    const row = await owner.oneTimeCode.create({
      data: {
        purpose: 'sign_in',
        phoneIndex: newHash(),
        codeHash: newHash(),
        addressHash: newHash(),
        createdAt: await appTime(-createdHoursAgo),
        expiresAt: await appTime(endsInHours),
      },
    })
    return row.id
  }

  it('go when they are dead and no cap counts them, so many at a time', async () => {
    const dead = [await code(25, -24), await code(30, -29), await code(100, -99)]
    const counted = await code(23, -22)
    const live = await code(25, 1)
    expect(await sweepCodes({ batch: 2 })).toBe(2)
    expect(await owner.oneTimeCode.count({ where: { id: { in: dead } } })).toBe(1)
    expect(await sweepCodes({ batch: 2 })).toBe(1)
    expect(await sweepCodes({ batch: 2 })).toBe(0)
    expect(await owner.oneTimeCode.count({ where: { id: { in: [counted, live] } } })).toBe(2)
  })
})

describe('sessions', () => {
  it('go a day after their end', async () => {
    const { userId } = await buildPerson()
    const session = async (endsInHours: number) =>
      owner.session.create({ data: { userId, tokenHash: newHash(), expiresAt: await appTime(endsInHours) } })
    await session(-25)
    await session(-48)
    const kept = [(await session(-23)).id, (await session(1)).id]
    expect(await sweepSessions({ batch: 1 })).toBe(1)
    expect(await sweepSessions({ batch: 5 })).toBe(1)
    expect(await sweepSessions({ batch: 5 })).toBe(0)
    const left = await owner.session.findMany({ where: { userId }, select: { id: true } })
    expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
  })
})

describe('baskets', () => {
  it('go after ninety days, or what the setting says, with what lies in them', async () => {
    const { sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId })
    const forgotten = await buildCart([piece])
    await passDays(70)
    const younger = await buildCart([piece])
    await passDays(19)
    expect(await sweepCarts({ batch: 10 })).toBe(0)
    await passDays(1)
    expect(await sweepCarts({ batch: 10 })).toBe(1)
    expect(await owner.cart.count({ where: { id: forgotten } })).toBe(0)
    expect(await owner.cartLine.count({ where: { cartId: younger } })).toBe(1)
    await owner.setting.create({ data: { key: 'carts.keepDays', value: 120 } })
    await passDays(80)
    expect(await sweepCarts({ batch: 10 })).toBe(0)
    await passDays(21)
    expect(await sweepCarts({ batch: 10 })).toBe(1)
  })
})

describe('pictures', () => {
  // writeListing sends the first ones
  let number = 10
  function nextPhoto(): Promise<Buffer> {
    number += 1
    return photoBytes(number)
  }
  const newest = (sellerId: string) =>
    owner.media.findFirstOrThrow({ where: { sellerId }, orderBy: { id: 'desc' } })

  async function filesOf(contentHash: string): Promise<number> {
    const found = await Promise.all(pictureFileNames(contentHash).map((name) => storage.exists(name)))
    return found.filter(Boolean).length
  }

  it('go with all their files a day after nothing shows them, and not before', async () => {
    const { sellerId } = await buildSeller()
    const { mediaId } = await acceptPicture({ sellerId, bytes: await nextPhoto() })
    const { contentHash } = await newest(sellerId)
    expect(await filesOf(contentHash)).toBeGreaterThan(1)
    expect(await sweepPictures({ batch: 10 })).toBe(0)
    await passDays(1)
    expect(await sweepPictures({ batch: 10 })).toBe(1)
    expect(await owner.media.count({ where: { id: mediaId } })).toBe(0)
    expect(await filesOf(contentHash)).toBe(0)
  })

  it('of a draft, a product, an order line, a craft and the samples stay', async () => {
    const { sellerId, actor } = await buildSeller()
    const productId = await startListing({ actor, sellerId })
    await addListingPhoto({ actor, productId, bytes: await nextPhoto() })
    const inDraft = await newest(sellerId)
    const own = async () => {
      const id = await buildMedia()
      await owner.media.update({ where: { id }, data: { sellerId } })
      return id
    }
    const [shown, sold, ofCraft, sample] = [await own(), await own(), await own(), await own()]
    const piece = await buildPiece({ sellerId })
    await owner.productMedia.create({ data: { productId: piece.productId, mediaId: sold, position: 0 } })
    await order(await buildCart([piece]))
    await owner.productMedia.deleteMany({ where: { productId: piece.productId } })
    await owner.productMedia.create({ data: { productId: piece.productId, mediaId: shown, position: 0 } })
    await owner.craft.updateMany({ data: { mediaId: ofCraft } })
    await owner.media.update({ where: { id: sample }, data: { sampleFile: 'knot.webp' } })
    await passDays(400)
    expect(await sweepPictures({ batch: 10 })).toBe(0)
    const kept = [inDraft.id, shown, sold, ofCraft, sample]
    expect(await owner.media.count({ where: { id: { in: kept } } })).toBe(kept.length)
    expect(await storage.exists(inDraft.contentHash)).toBe(true)

    await removeListingPhoto({ actor, productId, mediaId: inDraft.id })
    expect(await sweepPictures({ batch: 10 })).toBe(1)
    expect(await storage.exists(inDraft.contentHash)).toBe(false)
  })

  it('that a coordinator has seen in an earlier step of a listing stay', async () => {
    const { sellerId, actor } = await buildSeller()
    const productId = await writeListing(actor)
    await submit(actor, productId)
    await takeBackListing({ actor, productId })
    const { id: mediaId } = await newest(sellerId)
    await removeListingPhoto({ actor, productId, mediaId })
    await passDays(2)
    expect(await sweepPictures({ batch: 10 })).toBe(0)
    expect(await owner.media.count({ where: { id: mediaId } })).toBe(1)
  })

  it('that an agent took out of a draft stay while its maker may put them back', async () => {
    const { sellerId, actor } = await buildSeller()
    const productId = await startListing({ actor, sellerId })
    await addListingPhoto({ actor, productId, bytes: await nextPhoto() })
    const { id: mediaId } = await newest(sellerId)
    const agent = await buildActor({ role: 'buyer', sellerIds: [sellerId] })
    await passDays(2)
    const { id: mandateId } = await owner.mandate.create({
      data: {
        sellerId,
        agentPersonId: agent.personId,
        agentKind: 'family',
        scope: ['list'],
        capBps: 0,
        ...mandateDays((await appTime(0)).getTime()),
        signedByPrincipalAt: await appTime(0),
        signedByAgentAt: await appTime(0),
      },
    })
    await removeListingPhoto({ actor: agent, productId, mediaId })
    expect(await owner.act.count({ where: { mandateId, kind: 'listing.saved' } })).toBe(1)
    expect(await sweepPictures({ batch: 10 })).toBe(0)
    await passDays(2)
    expect(await sweepPictures({ batch: 10 })).toBe(1)
  })

  it('keep their files while another shop has sent the same photograph', async () => {
    const [one, other] = [await buildSeller(), await buildSeller()]
    const bytes = await nextPhoto()
    await acceptPicture({ sellerId: one.sellerId, bytes })
    const productId = await startListing({ actor: other.actor, sellerId: other.sellerId })
    await addListingPhoto({ actor: other.actor, productId, bytes })
    const { contentHash } = await newest(other.sellerId)
    await passDays(2)
    expect(await sweepPictures({ batch: 10 })).toBe(1)
    expect(await storage.exists(contentHash)).toBe(true)
    const { id: mediaId } = await newest(other.sellerId)
    await removeListingPhoto({ actor: other.actor, productId, mediaId })
    expect(await sweepPictures({ batch: 10 })).toBe(1)
    expect(await filesOf(contentHash)).toBe(0)
  })

  it('that are sent once more are young again, whenever the sweep comes', async () => {
    const { sellerId, actor } = await buildSeller()
    const productId = await startListing({ actor, sellerId })
    const bytes = await nextPhoto()
    await acceptPicture({ sellerId, bytes })
    await passDays(2)
    await Promise.all([
      addListingPhoto({ actor, productId, bytes }),
      ...Array.from({ length: 6 }, () => sweepPictures({ batch: 10 })),
    ])
    const { contentHash, id } = await newest(sellerId)
    expect(JSON.stringify((await openRevision(productId)).content)).toContain(id)
    expect(await storage.exists(contentHash)).toBe(true)
    await passDays(2)
    expect(await sweepPictures({ batch: 10 })).toBe(0)
  })
})

it('sweeps all of them, in as many batches as it takes', async () => {
  const { userId } = await buildPerson()
  const expiresAt = await appTime(-72)
  const data = Array.from({ length: 450 }, () => ({ userId, tokenHash: newHash(), expiresAt }))
  await owner.session.createMany({ data })
  await buildCart([])
  await acceptPicture({ sellerId: (await buildSeller()).sellerId, bytes: await photoBytes(99) })
  await passDays(300)
  await Promise.all([sweepLeftovers(), sweepLeftovers()])
  expect(await owner.session.count({ where: { userId } })).toBe(0)
  expect(await owner.cart.count()).toBe(0)
  expect(await sweepPictures({ batch: 10 })).toBe(0)
})
