import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf, monthStart } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner } from '../../../tests/fixtures/owner'
import { sell } from '../../../tests/fixtures/shopping'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { findHouseholds } from './find-households.server'
import { findPeople } from './find-people.server'
import { getHousehold } from './get-household.server'
import { revealNumber } from './reveal-number.server'

beforeAll(buildGround)

const yuzhong = () => buildActor({ role: 'coordinator', region: '620123' })
const yongdeng = () => buildActor({ role: 'coordinator', region: '620121' })

async function buildHome() {
  const actor = await yuzhong()
  const seller = await buildSeller()
  const household = await buildHousehold()
  await joinHousehold({
    personId: seller.person.personId,
    householdId: household.householdId,
    verifiedById: actor.userId,
  })
  return { actor, seller, ...household }
}

describe('a household’s month', () => {
  it('opens into the order lines that make it, to the fen', async () => {
    const { actor, seller, householdId } = await buildHome()
    const knots = await buildPiece({
      sellerId: seller.sellerId,
      stock: 9,
      priceFen: 3_333n,
      titleZh: '同心结',
    })
    const beads = await buildPiece({ sellerId: seller.sellerId, stock: 9, priceFen: 777n, titleZh: '石榴珠' })
    const { orderId } = await sell(seller.actor, [
      { variantId: knots.variantId, quantity: 3 },
      { variantId: beads.variantId, quantity: 1 },
    ])
    const month = dayOf(await appNow()).slice(0, 7)
    const page = await getHousehold({ actor, householdId, month })
    const order = await owner.order.findUniqueOrThrow({ where: { id: orderId } })
    const lines = page.income.rows.map(({ orderNumber, titleZh, quantity, amountFen, statusZh }) => ({
      orderNumber,
      titleZh,
      quantity,
      amountFen,
      statusZh,
    }))
    const known = { orderNumber: order.number, statusZh: '脱贫户' }
    expect(lines).toEqual(
      expect.arrayContaining([
        { ...known, titleZh: '同心结', quantity: 3, amountFen: 9_999 - 500 },
        { ...known, titleZh: '石榴珠', quantity: 1, amountFen: 777 - 39 },
      ]),
    )
    expect(page.income).toMatchObject({
      count: 2,
      totalFen: 10_237,
      bySource: [{ source: 'sale', amountFen: 10_237, count: 2 }],
    })
    const before = addDays(monthStart(`${month}-01`), -1).slice(0, 7)
    const earlier = await getHousehold({ actor, householdId, month: before })
    expect(earlier.income).toMatchObject({ count: 0, totalFen: 0, rows: [] })
    expect(earlier.nextMonth).toBe(month)
    const future = await getHousehold({ actor, householdId, month: '2099-01' })
    expect(future).toMatchObject({ month: `${month}-01`, nextMonth: null })
  })
})

describe('opening a household', () => {
  it('shows members with masked numbers, dated statuses and signatures, and is audited', async () => {
    const { actor, seller, householdId } = await buildHome()
    const { personId, key } = seller.person
    for (const [field, clear] of [
      ['phone', '13800002071'],
      ['id_number', '62012319800101123X'],
    ] as const) {
      const cipher = seal(key, clear, { table: 'PersonSecret', column: field, row: personId })
      await owner.personSecret.create({
        data: { personId, field, keyId: key.keyId, cipher, blindIndex: Buffer.from(`${field}${personId}`) },
      })
    }
    const page = await getHousehold({ actor, householdId, month: null })
    expect(page.members).toMatchObject([
      {
        personId,
        name: '示例',
        maskedPhone: '138****2071',
        maskedIdNumber: '**************123X',
        sellerId: seller.sellerId,
      },
    ])
    expect(page.statuses).toMatchObject([{ nameZh: '脱贫户', from: '2019-01-01', to: null }])
    expect(page.links).toMatchObject([{ personId, householdId, verifiedBy: '示例' }])
    expect(page.place.zh).toBe('榆中县 · 城关镇 · 上村')
    const opened = await owner.auditEvent.findMany({
      where: { action: 'household.opened', subjectId: householdId },
    })
    expect(opened).toMatchObject([{ actorUserId: actor.userId, role: 'coordinator' }])
  })

  it('is a 404 for the coordinator of another county, who sees nothing at all', async () => {
    const { seller, householdId } = await buildHome()
    const piece = await buildPiece({ sellerId: seller.sellerId })
    await sell(seller.actor, [{ variantId: piece.variantId }])
    const stranger = await yongdeng()
    await expect(getHousehold({ actor: stranger, householdId, month: null })).rejects.toMatchObject({
      status: 404,
    })
    expect(await findHouseholds({ actor: stranger, q: '', after: null })).toEqual({ rows: [], next: null })
    const seen = await inScope(stranger, async (tx) => [
      await tx.household.count(),
      await tx.householdMember.count(),
      await tx.householdStatus.count(),
      await tx.householdLink.count(),
      await tx.incomeAttribution.count(),
      await tx.person.count({ where: { id: seller.person.personId } }),
    ])
    expect(seen).toEqual([0, 0, 0, 0, 0, 0])
    expect(
      await owner.auditEvent.count({ where: { action: 'household.opened', subjectId: householdId } }),
    ).toBe(0)
  })

  it('lies behind the wall without a scope, and finance sees none', async () => {
    const { householdId } = await buildHome()
    expect(await prisma.household.count()).toBe(0)
    const finance = await buildActor({ role: 'finance' })
    await expect(getHousehold({ actor: finance, householdId, month: null })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('leaves out the name of a member who lives elsewhere', async () => {
    const { actor, householdId } = await buildHome()
    const away = await buildPerson({ village: '620121100201', name: '别处人' })
    await owner.householdMember.create({
      data: {
        personId: away.personId,
        householdId,
        relation: 'son',
        validFrom: new Date('2020-01-01'),
        evidence: '登记簿',
      },
    })
    const page = await getHousehold({ actor, householdId, month: null })
    expect(page.members.find(({ personId }) => personId === away.personId)).toMatchObject({
      name: null,
      maskedPhone: null,
    })
  })
})

describe('a member’s number', () => {
  it('is told for a reason that stays in the audit, and to nobody of another county', async () => {
    const { actor, seller, householdId } = await buildHome()
    const { personId, key } = seller.person
    await owner.personSecret.create({
      data: {
        ...{ personId, field: 'id_number', keyId: key.keyId, blindIndex: new Uint8Array([7, 7]) },
        cipher: seal(key, '62012319900101123X', {
          table: 'PersonSecret',
          column: 'id_number',
          row: personId,
        }),
      },
    })
    const reason = '和户口簿核对'
    const which = { personId, field: 'id_number' } as const
    expect(await revealNumber({ actor, householdId, ...which, reason })).toBe('62012319900101123X')
    const told = await owner.auditEvent.findMany({
      where: { action: 'secret.revealed', subjectId: personId },
    })
    expect(told).toMatchObject([
      { actorUserId: actor.userId, reason, detail: { field: 'id_number', householdId } },
    ])
    expect(JSON.stringify(told.map(({ detail }) => detail))).not.toContain('6201231990')
    const other = await buildHousehold()
    for (const refused of [
      { actor: await yongdeng(), householdId, ...which },
      { actor, householdId: other.householdId, ...which },
      { actor, householdId, personId, field: 'phone' as const },
    ])
      await expect(revealNumber({ ...refused, reason })).rejects.toMatchObject({ status: 404 })
    expect(await owner.auditEvent.count({ where: { action: 'secret.revealed', reason } })).toBe(1)
  })
})

describe('the register', () => {
  it('is searched by code and by member, in the order of codes, page by page', async () => {
    const actor = await buildActor({ role: 'coordinator', region: '620123100202' })
    const village = '620123100202'
    const code = (index: number) => `Z${String(index).padStart(3, '0')}`
    for (let index = 0; index < 33; index++) {
      const { householdId } = await buildHousehold({ village })
      await owner.household.update({ where: { id: householdId }, data: { code: code(index) } })
    }
    const named = await buildPerson({ village, name: '线谷雨' })
    const home = await owner.household.findUniqueOrThrow({ where: { code: 'Z007' } })
    await joinHousehold({ personId: named.personId, householdId: home.id, verifiedById: actor.userId })
    const first = await findHouseholds({ actor, q: '', after: null })
    const second = await findHouseholds({ actor, q: '', after: first.next })
    expect([...first.rows, ...second.rows].map((row) => row.code)).toEqual(
      Array.from({ length: 33 }, (_, index) => code(index)),
    )
    expect(second.next).toBeNull()
    const byName = await findHouseholds({ actor, q: '谷雨', after: null })
    expect(byName.rows).toMatchObject([
      { code: 'Z007', members: ['线谷雨'], memberCount: 1, statusZh: '脱贫户' },
    ])
    expect((await findHouseholds({ actor, q: 'z03', after: null })).rows.map((row) => row.code)).toEqual([
      'Z030',
      'Z031',
      'Z032',
    ])
    expect((await findHouseholds({ actor, q: '%', after: null })).rows).toEqual([])
    expect(await findPeople({ actor, words: '谷雨' })).toMatchObject([
      { name: '线谷雨', householdCode: 'Z007' },
    ])
    expect(await findPeople({ actor: await yongdeng(), words: '谷雨' })).toEqual([])
  })
})
