import { beforeAll, describe, expect, it } from 'vitest'
import { seal } from '~/platform/secrets/envelope.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPiece,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { findDeskSellers } from './find-desk-sellers.server'
import { getDeskSeller } from './get-desk-seller.server'
import { revealPhone } from './reveal-phone.server'

beforeAll(buildGround)

const anyWork = { whose: 'all', age: 'all' } as const
const yuzhong = () => buildActor({ role: 'coordinator', region: '620123' })
const yongdeng = () => buildActor({ role: 'coordinator', region: '620121' })

async function buildSellerWithPhone() {
  const seller = await buildSeller()
  const { personId, key } = seller.person
  const place = { table: 'PersonSecret', column: 'phone', row: personId }
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, '13800002071', place),
      blindIndex: Buffer.from(personId),
    },
  })
  return { ...seller, personId }
}

describe('the sellers of a region', () => {
  it('are listed with the state of their household link, in her region only', async () => {
    const actor = await yuzhong()
    const [plain, linked, none, pending] = [
      await buildSeller(),
      await buildSeller(),
      await buildSeller(),
      await buildSeller(),
    ]
    const workshop = await buildSeller({ kind: 'workshop' })
    const { householdId } = await buildHousehold()
    await joinHousehold({ personId: linked.person.personId, householdId, verifiedById: actor.userId })
    const from = { validFrom: new Date('2020-01-01'), evidence: '证明' }
    await owner.householdLink.create({
      data: {
        ...from,
        personId: none.person.personId,
        noReason: 'not_registered',
        verifiedById: actor.userId,
        verifiedAt: new Date(),
      },
    })
    await owner.householdLink.create({
      data: { ...from, personId: pending.person.personId, noReason: 'not_registered' },
    })
    const { rows } = await findDeskSellers({ actor, q: '', onlyOpen: false, after: null, work: anyWork })
    const stateOf = (sellerId: string) => rows.find(({ id }) => id === sellerId)?.link
    expect([plain, linked, none, pending, workshop].map(({ sellerId }) => stateOf(sellerId))).toEqual([
      'none',
      'household',
      'not_registered',
      'pending',
      'not_person',
    ])
    const open = await findDeskSellers({ actor, q: '', onlyOpen: true, after: null, work: anyWork })
    const openIds = open.rows.map(({ id }) => id)
    expect(openIds).toEqual(expect.arrayContaining([plain.sellerId, pending.sellerId]))
    expect(openIds).not.toContain(linked.sellerId)
    expect(openIds).not.toContain(workshop.sellerId)
    expect(
      await findDeskSellers({ actor: await yongdeng(), q: '', onlyOpen: false, after: null, work: anyWork }),
    ).toEqual({
      rows: [],
      next: null,
    })
    expect(
      (await findDeskSellers({ actor, q: '没有这家', onlyOpen: false, after: null, work: anyWork })).rows,
    ).toEqual([])
  })
})

describe('a seller at the desk', () => {
  it('shows her people with masked numbers and is audited; another county’s is a 404', async () => {
    const actor = await yuzhong()
    const { sellerId, personId } = await buildSellerWithPhone()
    await buildPiece({ sellerId })
    const page = await getDeskSeller({ actor, sellerId })
    expect(page.people).toMatchObject([
      { personId, role: 'owner', hasLinks: true, maskedPhone: '138****2071', links: [], memberships: [] },
    ])
    expect(page).toMatchObject({ productCount: 1, saleCount: 0, products: [{ title: '盘长挂结' }] })
    expect(JSON.stringify(page)).not.toContain('13800002071')
    expect(await owner.auditEvent.count({ where: { action: 'seller.opened', subjectId: sellerId } })).toBe(1)
    await expect(getDeskSeller({ actor: await yongdeng(), sellerId })).rejects.toMatchObject({ status: 404 })
  })
})

describe('revealing a number', () => {
  it('tells one number for a reason that stays in the audit, never the number itself', async () => {
    const actor = await yuzhong()
    const { sellerId, personId } = await buildSellerWithPhone()
    const reason = '约她明天去寄件'
    expect(await revealPhone({ actor, sellerId, personId, reason })).toBe('13800002071')
    const events = await owner.auditEvent.findMany({
      where: { action: 'secret.revealed', subjectId: personId },
    })
    expect(events).toMatchObject([{ actorUserId: actor.userId, reason }])
    expect(JSON.stringify(events.map(({ detail }) => detail))).not.toContain('1380000')
  })

  it('is a 404 across counties and for people who are not behind that seller', async () => {
    const one = await buildSellerWithPhone()
    const other = await buildSellerWithPhone()
    const reason = '想看看'
    const ask = async (
      actor: Promise<Awaited<ReturnType<typeof yuzhong>>>,
      sellerId: string,
      personId: string,
    ) => revealPhone({ actor: await actor, sellerId, personId, reason })
    await expect(ask(yongdeng(), one.sellerId, one.personId)).rejects.toMatchObject({ status: 404 })
    await expect(ask(yuzhong(), one.sellerId, other.personId)).rejects.toMatchObject({ status: 404 })
    expect(await owner.auditEvent.count({ where: { action: 'secret.revealed', reason } })).toBe(0)
  })
})
