import { beforeAll, describe, expect, it } from 'vitest'
import { findAlerts } from '~/modules/alerts/find-alerts.server'
import { approveApplication } from '~/modules/applications/approve-application.server'
import { checksAsked } from '~/modules/applications/checks'
import { sweepApplications } from '~/modules/applications/forget-applications.server'
import { recommendApplication } from '~/modules/applications/recommend-application.server'
import type { Actor } from '~/modules/auth/actor'
import { startSession } from '~/modules/auth/start-session.server'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { takeClaim } from '~/modules/claims/take-claim.server'
import { verifyLink } from '~/modules/households/verify-link.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { getDeskSeller } from '~/modules/sellers/get-desk-seller.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'
import { anyIdNumber, handIn } from '../../../tests/fixtures/applications'
import { owner, passDays } from '../../../tests/fixtures/owner'
import { order, sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildBankAccount,
  buildCart,
  buildConsent,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { closeAccount } from './close-account.server'
import { findOpenMatters } from './find-open-matters.server'

let county: Actor
let city: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  city = await buildActor({ role: 'coordinator', region: '6201' })
})

/** Closes the account of somebody without a phone, right after she has signed in. */
async function close(actor: Actor): Promise<void> {
  const { token } = await inScope({ job: 'sign_in' }, (tx) =>
    startSession(tx, { userId: actor.userId, oldToken: null, device: null }),
  )
  await closeAccount({ actor, code: null, token })
}

const mattersOf = async (actor: Actor) =>
  (await findOpenMatters({ actor })).matters.map(({ matter }) => matter)
const personOf = (id: string) => owner.person.findUniqueOrThrow({ where: { id }, include: { secrets: true } })
const isDestroyed = async (id: string) =>
  (await owner.dataKey.findUniqueOrThrow({ where: { id } })).wrapped === null

describe('a maker who closes her account', () => {
  it('takes her shop off every page, and everything that showed her', async () => {
    const { actor, sellerId, slug, person } = await buildSeller()
    const { personId, userId } = actor
    const piece = await buildPiece({ sellerId })
    await buildConsent(personId, 'public_story')
    await owner.seller.update({ where: { id: sellerId }, data: { wordsZh: '我编了三十年' } })
    const cardId = await buildBankAccount({ sellerId, key: person.key })
    const dataKeyId = (await personOf(personId)).dataKeyId
    expect(await mattersOf(actor)).toEqual([])
    await close(actor)
    expect(await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })).toMatchObject({
      status: 'closed',
      wordsZh: null,
    })
    expect(await findProductPage(piece.slug, 'zh-CN')).toBeNull()
    expect(await owner.bankAccount.findUniqueOrThrow({ where: { id: cardId } })).toMatchObject({
      closedAt: expect.any(Date),
    })
    expect(await owner.consent.count({ where: { personId, withdrawnAt: null } })).toBe(0)
    expect(await owner.userRole.count({ where: { userId, validTo: null } })).toBe(0)
    expect(await personOf(personId)).toMatchObject({ name: null, secrets: [] })
    expect(await isDestroyed(dataKeyId)).toBe(true)
    // the desk still opens what the numbers of her shop are rows of
    expect(await getDeskSeller({ actor: county, sellerId })).toMatchObject({ status: 'closed', slug })
  })

  it('sells nothing more: a basket of before is no order', async () => {
    const { actor, sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, stock: 3 })
    const cartId = await buildCart([{ variantId: piece.variantId }])
    await close(actor)
    await expect(order(cartId)).rejects.toThrow()
    expect(await owner.sellerOrder.count({ where: { sellerId } })).toBe(0)
    const other = await buildSeller()
    const theirs = await buildPiece({ sellerId: other.sellerId, stock: 3 })
    const { orderId } = await order(await buildCart([{ variantId: theirs.variantId }]))
    const part = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    const { id, ...copy } = part
    await expect(owner.sellerOrder.create({ data: { ...copy, sellerId } })).rejects.toThrow(/is closed/)
  })

  it('has first to send what was ordered and to be paid', async () => {
    const { actor, sellerId } = await buildSeller()
    const piece = await buildPiece({ sellerId, stock: 3 })
    await order(await buildCart([{ variantId: piece.variantId }]))
    expect(await mattersOf(actor)).toEqual(['sales'])
    await expect(close(actor)).rejects.toMatchObject({ key: 'closing.sales', status: 409 })
    const sold = await buildSeller()
    const own = await buildPiece({ sellerId: sold.sellerId, stock: 3 })
    await sell(sold.actor, [{ variantId: own.variantId }])
    expect(await mattersOf(sold.actor)).toContain('money')
  })

  it('goes from a workshop that is another’s, and closes her own with who worked in it', async () => {
    const workshop = await buildSeller({ kind: 'workshop' })
    const worker = await buildPerson({ name: '帮工' })
    const work = { personId: worker.personId, role: 'maker', validFrom: new Date('2020-01-01') } as const
    await owner.sellerPerson.create({ data: { sellerId: workshop.sellerId, ...work } })
    await close(await buildActor({ role: 'buyer', person: worker }))
    const statusOf = async () => (await owner.seller.findUnique({ where: { id: workshop.sellerId } }))?.status
    expect(await statusOf()).toBe('active')
    const second = await buildPerson({ name: '再来一个' })
    await owner.sellerPerson.create({
      data: { sellerId: workshop.sellerId, ...work, personId: second.personId },
    })
    await close(workshop.actor)
    expect(await statusOf()).toBe('closed')
  })

  it('leaves a shop that she has handed over to who keeps it now', async () => {
    const { actor, sellerId } = await buildSeller()
    const heir = await buildPerson({ name: '接手的人' })
    const since = new Date('2026-01-01')
    const hand = { sellerId, personId: heir.personId, role: 'owner', validFrom: since } as const
    await owner.sellerPerson.create({ data: hand })
    await owner.sellerPerson.updateMany({
      where: { sellerId, personId: actor.personId },
      data: { validTo: since },
    })
    const { productId } = await buildPiece({ sellerId })
    expect(await findOpenMatters({ actor })).toMatchObject({ matters: [], hasShop: false })
    await close(actor)
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'active' })
    expect(await owner.product.findUnique({ where: { id: productId } })).toMatchObject({ status: 'on_sale' })
  })

  it('stays in the county’s register, with her number under a key of its own', async () => {
    const { actor, person } = await buildSeller()
    const { personId } = actor
    const { householdId } = await buildHousehold()
    await joinHousehold({ householdId, personId, verifiedById: county.userId })
    await owner.person.update({ where: { id: personId }, data: { name: '林若溪' } })
    const number = anyIdNumber()
    const place = { table: 'PersonSecret', column: 'id_number', row: personId }
    await owner.personSecret.create({
      data: {
        ...{ personId, field: 'id_number', keyId: person.key.keyId },
        ...{ cipher: seal(person.key, number, place), blindIndex: secretIndex('id_number', number) },
      },
    })
    await close(actor)
    const left = await personOf(personId)
    expect(left).toMatchObject({ name: '林若溪', secrets: [{ field: 'id_number' }] })
    expect(await isDestroyed(person.key.keyId)).toBe(true)
    const [secret] = left.secrets
    const key = await openDataKey(owner, left.dataKeyId)
    expect(unseal(key, secret?.cipher ?? new Uint8Array(), place)).toBe(number)
  })

  it('leaves her papers apart for three years, then they are gone', async () => {
    const person = await buildPerson({ village: null, name: '马示例' })
    const actor = await buildActor({ role: 'buyer', person })
    const { personId } = actor
    const idNumber = anyIdNumber()
    const { applicationId } = await handIn(actor, { kind: 'artisan', given: ['public_name'], idNumber })
    const link = await owner.householdLink.findFirstOrThrow({ where: { personId } })
    await verifyLink({ actor: county, linkId: link.id, evidence: '入户走访' })
    await recommendApplication({ actor: county, applicationId, checks: [...checksAsked] })
    await approveApplication({ actor: city, applicationId })
    const { sellerId } = await owner.sellerApplication.findUniqueOrThrow({ where: { id: applicationId } })
    const shop = { id: sellerId ?? '' }
    const licence = { licenceName: '马示例工作室', licenceCode: '91350100M000100Y43' }
    await owner.seller.update({ where: shop, data: { ...licence, isExempt: false } })
    await close({ ...actor, roles: ['artisan'] })
    const row = () => owner.sellerApplication.findUniqueOrThrow({ where: { id: applicationId } })
    const kept = await row()
    expect(kept).toMatchObject({ realName: '马示例', householdClaim: null, householdWords: null })
    const key = await openDataKey(owner, kept.keyId)
    const place = { table: 'SellerApplication', column: 'idCipher', row: applicationId }
    expect(unseal(key, kept.idCipher ?? new Uint8Array(), place)).toBe(idNumber)
    expect(await isDestroyed(person.key.keyId)).toBe(true)
    await passDays(3 * 365)
    await sweepApplications({ batch: 100 })
    expect(await row()).toMatchObject({ realName: '马示例' })
    expect(await owner.seller.findUnique({ where: shop })).toMatchObject(licence)
    await passDays(2)
    await sweepApplications({ batch: 100 })
    expect(await row()).toMatchObject({ realName: null, idCipher: null, licenceCode: null })
    expect(await isDestroyed(kept.keyId)).toBe(true)
    expect(await owner.seller.findUnique({ where: shop })).toMatchObject({
      licenceName: null,
      licenceCode: null,
    })
    expect(await sweepApplications({ batch: 100 })).toBe(0)
  })

  it('leaves a shop of two to the other: her card and helpers are out, the money stays, the last one closes it', async () => {
    const { actor, sellerId, person } = await buildSeller({ kind: 'workshop' })
    const other = await buildPerson({ name: '另一位' })
    const share = { personId: other.personId, role: 'owner', validFrom: new Date('2026-01-01') } as const
    await owner.sellerPerson.create({ data: { sellerId, ...share } })
    const { householdId } = await buildHousehold()
    await joinHousehold({ householdId, personId: actor.personId, verifiedById: county.userId })
    const atWork = await owner.media.create({
      data: {
        contentHash: 'a'.repeat(63) + 'e',
        width: 640,
        height: 800,
        bytes: 1,
        sellerId,
        shot: 'making',
        state: 'withheld',
      },
    })
    const hers = await buildBankAccount({ sellerId, key: person.key })
    const theirs = await buildBankAccount({ sellerId, key: other.key })
    const { variantId, productId } = await buildPiece({ sellerId, stock: 3 })
    await sell(actor, [{ variantId }])
    await owner.lineMaker.updateMany({
      where: { personId: actor.personId },
      data: { personId: other.personId },
    })
    expect(await findOpenMatters({ actor })).toMatchObject({
      matters: [],
      hasShop: false,
      hasSharedShop: true,
    })
    await close(actor)
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'active' })
    expect(await owner.product.findUnique({ where: { id: productId } })).toMatchObject({ status: 'on_sale' })
    const closedAt = async (id: string) => (await owner.bankAccount.findUnique({ where: { id } }))?.closedAt
    expect(await closedAt(hers)).toEqual(expect.any(Date))
    expect(await closedAt(theirs)).toBeNull()
    await buildConsent(other.personId, 'public_photo')
    expect(await owner.media.findUnique({ where: { id: atWork.id } })).toMatchObject({ state: 'withheld' })
    const [left] = await owner.sellerPerson.findMany({ where: { sellerId, personId: actor.personId } })
    expect(left?.validTo).toEqual(expect.any(Date))
    const alert = (await findAlerts({ actors: [county] })).open.filter(
      ({ subjectId }) => subjectId === sellerId,
    )
    expect(alert).toMatchObject([{ kind: 'owner_left', word: '示例结艺' }])
    const last = await buildActor({ role: 'artisan', person: other, sellerIds: [sellerId] })
    expect(await findOpenMatters({ actor: last })).toMatchObject({ hasShop: true, hasSharedShop: false })
    expect(await mattersOf(last)).toContain('money')
  })

  it('of two owners who leave in one moment the second closes the shop; nobody leaves it to nobody', async () => {
    const { actor, sellerId } = await buildSeller({ kind: 'workshop' })
    const other = await buildPerson({ name: '另一位' })
    const share = { personId: other.personId, role: 'owner', validFrom: new Date('2026-01-01') } as const
    await owner.sellerPerson.create({ data: { sellerId, ...share } })
    await expect(
      owner.sellerPerson.updateMany({ where: { sellerId }, data: { validTo: new Date('2026-02-01') } }),
    ).rejects.toThrow(/left to nobody/)
    await Promise.all([close(actor), close(await buildActor({ role: 'artisan', person: other }))])
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'closed' })
  })

  it('counts nobody as an owner who closed her account on the day she became one', async () => {
    const { actor, sellerId } = await buildSeller({ kind: 'workshop' })
    const other = await buildPerson({ name: '另一位' })
    const today = toDateColumn(dayOf(await appNow()))
    await owner.sellerPerson.create({
      data: { sellerId, personId: other.personId, role: 'owner', validFrom: today },
    })
    await close(await buildActor({ role: 'artisan', person: other }))
    expect(await findOpenMatters({ actor })).toMatchObject({ hasShop: true, hasSharedShop: false })
    await close(actor)
    expect(await owner.seller.findUnique({ where: { id: sellerId } })).toMatchObject({ status: 'closed' })
  })

  it('takes back an application that waits, also one that a colleague is reading, and its papers are gone', async () => {
    const person = await buildPerson({ village: null, name: '马示例' })
    const actor = await buildActor({ role: 'buyer', person })
    const { applicationId } = await handIn(actor, { kind: 'artisan', given: ['public_name'] })
    const work = { actor: county, queue: 'application', subjectId: applicationId } as const
    await inScope(county, (tx) => takeClaim(tx, work))
    expect(await findOpenMatters({ actor })).toMatchObject({ matters: [], isApplying: true })
    await close(actor)
    const row = await owner.sellerApplication.findUniqueOrThrow({
      where: { id: applicationId },
      include: {
        photos: { include: { attachment: { include: { key: true } } } },
        seller: true,
        events: true,
      },
    })
    expect(row).toMatchObject({ state: 'withdrawn', realName: null, idCipher: null, shopName: null })
    expect(row.seller).toMatchObject({ status: 'closed', nameZh: '没有开的店' })
    expect(row.photos.map(({ attachment }) => attachment.key.destroyedAt)).not.toContain(null)
    expect(row.events.at(-1)).toMatchObject({ state: 'withdrawn', byId: actor.userId })
    await expect(
      recommendApplication({ actor: county, applicationId, checks: [...checksAsked] }),
    ).rejects.toMatchObject({ key: 'joining.notWaiting' })
  })
})
