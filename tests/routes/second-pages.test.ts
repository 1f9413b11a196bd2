import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../app/platform/calendar'
import { loader as imports } from '../../app/routes/desk/imports'
import { loader as records } from '../../app/routes/desk/records'
import { loader as successions } from '../../app/routes/desk/successions'
import { loader as today } from '../../app/routes/desk/today'
import { owner } from '../fixtures/owner'
import { buildActor, buildGround, buildPerson, buildSeller, regionId } from '../fixtures/world'
import { type SignedIn, signInAsStaff } from './sign-in-as'

/** Lists longer than a page go on at the address of the next one. */

const context = { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' }
const many = 52
let desk: SignedIn
let finance: SignedIn

beforeAll(async () => {
  await buildGround()
  desk = await signInAsStaff('13900009301', 'coordinator', await regionId('620123'))
  finance = await signInAsStaff('13900009302', 'finance')
  const { sellerId } = await buildSeller()
  const { regionId: village, countyId } = await owner.seller.findUniqueOrThrow({ where: { id: sellerId } })
  const day = dayOf(new Date())
  const sellers = await owner.seller.createManyAndReturn({
    data: Array.from({ length: many }, (_, at) => ({
      ...{ kind: 'individual' as const, status: 'active' as const, regionId: village, countyId },
      ...{ slug: `page-${at}`, nameZh: `示例${at}`, nameEn: `Sample ${at}`, sealText: '示例' },
      verifiedUntil: new Date(addDays(day, 5)),
    })),
  })
  const agent = await buildActor({ role: 'buyer' })
  await owner.mandate.createMany({
    data: sellers.map(({ id }) => ({
      ...{
        sellerId: id,
        agentPersonId: agent.personId,
        agentKind: 'family' as const,
        scope: ['list' as const],
      },
      ...{ capBps: 0, validFrom: new Date(day), validTo: new Date(addDays(day, 100)) },
      signedByAgentAt: new Date(),
    })),
  })
  const { personId } = await buildPerson({ village: '620123100201', name: '马示例' })
  await owner.correctionRequest.createMany({
    data: Array.from({ length: many }, (_, at) => ({ personId, field: 'other' as const, words: `改${at}` })),
  })
}, 120_000)

const ask = ({ cookie }: SignedIn, address: string) => ({
  request: new Request(`http://127.0.0.1:3000${address}`, { headers: { Cookie: cookie } }),
  params: {},
  context,
})

describe('the second page', () => {
  it('of each list of verifications and corrections has the rest, whatever page of the other is shown', async () => {
    const first = await records(ask(desk, '/desk/records'))
    const second = await records(ask(desk, '/desk/records?further=2&page=2'))
    for (const list of ['due', 'corrections'] as const) {
      expect(first[list]).toMatchObject({ page: 1, total: many, rows: { length: 50 } })
      expect(second[list]).toMatchObject({ page: 2, total: many, rows: { length: many - 50 } })
    }
    const mixed = await records(ask(desk, '/desk/records?further=2'))
    expect([mixed.due.page, mixed.corrections.page]).toEqual([1, 2])
  })

  it('of today has the consents that go on there; a page that is none is the nearest', async () => {
    const shown = async (page: string) => (await today(ask(desk, `/desk?page=${page}`))).json()
    expect(await shown('1')).toMatchObject({ page: 1, pages: 2, isCut: true })
    const second = await shown('2')
    expect(second).toMatchObject({ page: 2, region: { people: { consents: { length: many - 50 } } } })
    expect(await shown('99')).toEqual(second)
    expect(await shown('-1')).toMatchObject({ page: 1 })
  })

  it('of the lists that came into the register has the oldest', async () => {
    const county = await regionId('620123')
    const rows = Array.from({ length: many }, (_, at) => ({
      ...{
        regionId: county,
        uploadedById: desk.userId,
        fileName: `名册${at}.xlsx`,
        cipher: new Uint8Array(32),
      },
      createdAt: new Date(Date.UTC(2026, 0, 1, 0, at)),
    }))
    for (const row of rows) {
      const { id: keyId } = await owner.dataKey.create({ data: { kekId: 'x', wrapped: new Uint8Array(32) } })
      await owner.householdImport.create({ data: { ...row, keyId } })
    }
    const first = await imports(ask(desk, '/desk/households/imports'))
    expect(first.imports).toMatchObject({ page: 1, total: many, rows: { length: 50 } })
    const second = await imports(ask(desk, '/desk/households/imports?page=2'))
    expect(second.imports.rows.map(({ fileName }) => fileName)).toEqual(['名册1.xlsx', '名册0.xlsx'])
  })

  it('of successions is behind the last one when there is none', async () => {
    const { successions: list } = await successions(ask(finance, '/desk/successions?page=2'))
    expect(list).toEqual({ rows: [], page: 1, total: 0 })
  })
})
