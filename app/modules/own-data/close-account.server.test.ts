import { beforeAll, describe, expect, it } from 'vitest'
import { saveAddress } from '~/modules/addresses/save-address.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { signIn } from '~/modules/auth/sign-in.server'
import { startSession } from '~/modules/auth/start-session.server'
import { keepPiece } from '~/modules/favourites/keep-piece.server'
import { unsafeJoinOrder } from '~/modules/orders/join-order.server'
import { inScope } from '~/platform/db/in-scope.server'
import { owner } from '../../../tests/fixtures/owner'
import { order } from '../../../tests/fixtures/shopping'
import { buildActor, buildCart, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { closeAccount } from './close-account.server'
import { findOpenMatters } from './find-open-matters.server'
import { requestClosingCode } from './request-closing-code.server'

let piece: Awaited<ReturnType<typeof buildPiece>>
let seller: Awaited<ReturnType<typeof buildSeller>>

beforeAll(async () => {
  await buildGround()
  seller = await buildSeller()
  piece = await buildPiece({ sellerId: seller.sellerId, stock: 100 })
})

let numbers = 0

/** Somebody who signed in with a number of her own. */
async function buyer() {
  numbers += 1
  const phone = `1390000${String(7000 + numbers)}`
  const { shownCode } = await requestCode({ purpose: 'sign_in', phone, address: '10.4.0.9' })
  const { userId } = await signIn({ phone, code: shownCode ?? '', oldToken: null, device: null })
  await laterOn()
  const { personId } = await owner.user.findUniqueOrThrow({ where: { id: userId } })
  const scope = { person: personId }
  const none = { regionId: null, regionPath: null, sellerIds: [] }
  return { userId, personId, role: 'buyer' as const, roles: ['buyer' as const], scope, ...none, phone }
}

/** Lets the pause between two codes pass. */
const laterOn = () =>
  owner.$executeRaw`UPDATE "OneTimeCode" SET "createdAt" = "createdAt" - interval '2 minutes'`
const newSession = (userId: string) =>
  inScope({ job: 'sign_in' }, (tx) => startSession(tx, { userId, oldToken: null, device: '示例金丝雀' }))

async function close(actor: Awaited<ReturnType<typeof buyer>>) {
  const { shownCode } = await requestClosingCode({ actor, address: '10.4.0.1' })
  await closeAccount({ actor, code: shownCode ?? '', token: null })
}

describe('closing an account', () => {
  it('leaves nothing of her that can be read, keeps orders and books, and lets the number sign up anew', async () => {
    const actor = await buyer()
    const { phone } = actor
    const canary = '示例金丝雀'
    await owner.person.update({ where: { id: actor.personId }, data: { name: canary } })
    const fields = {
      name: canary,
      phone: '13800001276',
      province: '11',
      county: '东城区',
      line: `${canary}路 1 号`,
    }
    await saveAddress({ actor, form: { ...fields, isDefault: true }, addressId: null })
    await keepPiece({ visitor: { userId: actor.userId, tokens: [] }, slug: piece.slug })
    await newSession(actor.userId)
    const { orderId, number } = await order(await buildCart([{ variantId: piece.variantId }]))
    await owner.orderWords.create({ data: { orderId, note: canary, giftNote: canary } })
    const { id: partId } = await owner.sellerOrder.findFirstOrThrow({ where: { orderId } })
    await owner.cancelWords.create({ data: { sellerOrderId: partId, note: canary } })
    await unsafeJoinOrder({ actor, orderId })
    await expect(close(actor)).rejects.toMatchObject({ key: 'closing.unpaid', status: 409 })
    expect((await findOpenMatters({ actor })).matters).toEqual([{ matter: 'unpaid', orders: [number] }])
    expect(await owner.personSecret.count({ where: { personId: actor.personId } })).toBe(1)
    await owner.order.update({ where: { id: orderId }, data: { status: 'expired' } })
    await laterOn()
    const before = await owner.ledgerEntry.count()

    const contact = await owner.orderContact.findUniqueOrThrow({ where: { orderId } })
    const { dataKeyId } = await owner.person.findUniqueOrThrow({ where: { id: actor.personId } })
    await close(actor)

    const dump = await owner.$queryRaw<{ row: string }[]>`
      SELECT row_to_json(t)::text AS row FROM "Person" t UNION ALL SELECT row_to_json(t)::text FROM "Order" t UNION ALL SELECT row_to_json(t)::text FROM "Session" t
      UNION ALL SELECT row_to_json(t)::text FROM "AuditEvent" t UNION ALL SELECT row_to_json(t)::text FROM "Cart" t
      UNION ALL SELECT row_to_json(t)::text FROM "OrderWords" t UNION ALL SELECT row_to_json(t)::text FROM "CancelWords" t`
    expect(dump.filter(({ row }) => row.includes(canary))).toEqual([])
    for (const id of [contact.keyId, dataKeyId])
      expect(await owner.dataKey.findUnique({ where: { id } })).toMatchObject({ wrapped: null })
    const { personId, userId } = actor
    expect(await owner.address.count({ where: { personId } })).toBe(0)
    expect(await owner.personSecret.count({ where: { personId } })).toBe(0)
    expect(await owner.session.count({ where: { userId } })).toBe(0)
    expect(await owner.visitor.count({ where: { userId } })).toBe(0)
    expect(await owner.orderContact.count({ where: { orderId } })).toBe(0)

    const kept = await owner.order.findUniqueOrThrow({
      where: { id: orderId },
      select: { totalFen: true, buyerParty: true },
    })
    expect(kept).toMatchObject({ totalFen: 7800n, buyerParty: { personId } })
    expect(await owner.ledgerEntry.count()).toBe(before)

    await laterOn()
    const { shownCode } = await requestCode({ purpose: 'sign_in', phone, address: '10.4.0.2' })
    const anew = await signIn({ phone, code: shownCode ?? '', oldToken: null, device: null })
    expect(anew.userId).not.toBe(userId)
  })

  it('is refused to the only owner of a base, to somebody with a duty, and with a wrong code', async () => {
    const base = await buildSeller({ kind: 'workshop' })
    await owner.seller.update({ where: { id: base.sellerId }, data: { kind: 'base' } })
    expect((await findOpenMatters({ actor: base.actor })).matters).toContainEqual({
      matter: 'base',
      orders: [],
    })
    const staff = await buildActor({ role: 'finance' })
    const { token } = await newSession(staff.userId)
    await expect(closeAccount({ actor: staff, code: null, token })).rejects.toMatchObject({
      key: 'closing.staff',
    })
    await owner.$executeRaw`UPDATE "Session" SET "createdAt" = "createdAt" - interval '16 minutes'`
    await expect(closeAccount({ actor: staff, code: null, token })).rejects.toMatchObject({
      key: 'closing.freshSignIn',
    })
    const actor = await buyer()
    await requestClosingCode({ actor, address: '10.4.0.3' })
    await expect(closeAccount({ actor, code: '000000', token: null })).rejects.toMatchObject({
      field: 'code',
    })
    expect(await owner.user.findUnique({ where: { id: actor.userId } })).toMatchObject({ closedAt: null })
  })

  it('stays: no order comes in a closed name, from whichever tab', async () => {
    const actor = await buyer()
    const { orderId } = await order(await buildCart([{ variantId: piece.variantId }]))
    const [party] = await owner.$queryRaw<{ id: string }[]>`
      INSERT INTO "Party" (id, kind, "personId") VALUES (gen_random_uuid(), 'person', ${actor.personId}::uuid) RETURNING id::text`
    await close(actor)
    await expect(
      owner.order.update({ where: { id: orderId }, data: { buyerPartyId: party?.id ?? '' } }),
    ).rejects.toThrow('is closed')
    await expect(
      owner.user.update({ where: { id: actor.userId }, data: { closedAt: null } }),
    ).rejects.toThrow('is closed')
  })
})
