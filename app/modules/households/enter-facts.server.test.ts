import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildSeller,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { enterFacts } from './enter-facts.server'
import { getHousehold } from './get-household.server'

let county: Actor
let other: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  other = await buildActor({ role: 'coordinator', region: '620121' })
})

const said = {
  people: 4,
  workers: 2,
  mainCause: 'illness',
  otherCauses: ['skill', 'water'],
  identifiedIn: 2014,
  liftedIn: 2019,
  cadreName: '梭白露（示例）',
  cadreOffice: '县农业农村局（示例）',
  cadrePhone: '0931-555-0102',
  document: '2026 年明白卡',
}

type Said = Partial<{ [K in keyof typeof said]: (typeof said)[K] | null }>

async function buildHome() {
  const { householdId } = await buildHousehold()
  const enter = (over: Said = {}, actor = county) =>
    enterFacts({ actor, householdId, ...said, ...over } as Parameters<typeof enterFacts>[0])
  const look = async () => (await getHousehold({ actor: county, householdId, month: null })).facts.entries
  return { householdId, enter, look }
}

describe('what the register says of a household', () => {
  it('is entered with who is responsible for it; what changes is a new entry, and the one before stays', async () => {
    const { householdId, enter, look } = await buildHome()
    expect(await look()).toEqual([])
    await enter()
    const first = {
      ...said,
      mainCause: { code: 'illness', nameZh: '因病', nameEn: 'illness' },
      otherCauses: expect.arrayContaining([expect.objectContaining({ nameZh: '缺技术' })]),
      enteredBy: '示例',
    }
    expect(await look()).toMatchObject([first])
    await enter({ cadreName: '经秋分（示例）', cadrePhone: null })
    expect(await look()).toMatchObject([{ cadreName: '经秋分（示例）', cadrePhone: null, people: 4 }, first])
    const audit = { subjectId: householdId, action: 'household_facts.entered' }
    expect(await owner.auditEvent.findMany({ where: audit })).toMatchObject([
      { actorUserId: county.userId },
      { actorUserId: county.userId },
    ])
    const events = JSON.stringify(
      (await owner.auditEvent.findMany({ where: audit })).map(({ detail }) => detail),
    )
    expect(events).not.toMatch(/经秋分|因病|illness|0931/)
  })

  it('is seen in her county alone, and by nobody without a scope', async () => {
    const { householdId, enter } = await buildHome()
    await enter()
    const seenBy = (actor: Actor) =>
      inScope(actor, (tx) => tx.householdFacts.count({ where: { householdId } }))
    expect(await seenBy(county)).toBe(1)
    expect(await seenBy(other)).toBe(0)
    expect(await prisma.householdFacts.count()).toBe(0)
    await expect(enter({}, other)).rejects.toMatchObject({ status: 404 })
  })

  it('is refused beside the field that contradicts another, and when nothing has changed', async () => {
    const { enter, look } = await buildHome()
    const faults: [Said, string][] = [
      [{ workers: 5 }, 'workers'],
      [{ identifiedIn: 2099, liftedIn: null }, 'identifiedIn'],
      [{ liftedIn: 2099 }, 'liftedIn'],
      [{ liftedIn: 2013 }, 'liftedIn'],
      [{ identifiedIn: null }, 'identifiedIn'],
      [{ mainCause: null }, 'mainCause'],
      [{ mainCause: 'lifted' }, 'mainCause'],
      [{ otherCauses: ['illness'] }, 'otherCauses'],
      [{ otherCauses: ['subsidy'] }, 'otherCauses'],
    ]
    for (const [over, field] of faults)
      await expect(enter(over), JSON.stringify(over)).rejects.toMatchObject({ status: 422, field })
    expect(await look()).toEqual([])
    const presses = await Promise.allSettled([enter(), enter(), enter(), enter()])
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(enter()).rejects.toMatchObject({ key: 'household.factsSame', status: 409 })
  })

  it('is said by nobody of the household and never changed, by the database either', async () => {
    const { householdId, enter } = await buildHome()
    const { person } = await buildSeller()
    await joinHousehold({ personId: person.personId, householdId, verifiedById: county.userId })
    const herself = await buildActor({ role: 'coordinator', region: '620123', person })
    await expect(enter({}, herself)).rejects.toMatchObject({ key: 'household.ownKin', status: 403 })
    await enter()
    const { id, ...row } = await owner.householdFacts.findFirstOrThrow({ where: { householdId } })
    const add = (over: object) =>
      inScope(county, (tx) => tx.householdFacts.create({ data: { ...row, ...over } }))
    await expect(add({ enteredById: herself.userId })).rejects.toThrow(/her own household/)
    const status = await owner.codeTerm.findFirstOrThrow({ where: { list: 'household_status' } })
    await expect(add({ mainCauseId: status.id })).rejects.toThrow(/no cause of that day/)
    await expect(add({ otherCauseIds: [row.mainCauseId, row.mainCauseId] })).rejects.toThrow(/one twice/)
    await expect(add({ workers: 9 })).rejects.toThrow(/HouseholdFacts_people/)
    await expect(
      inScope(county, (tx) => tx.householdFacts.update({ where: { id }, data: { people: 5 } })),
    ).rejects.toThrow(/append-only/)
    await expect(owner.householdFacts.delete({ where: { id } })).rejects.toThrow(/append-only/)
  })

  it('holds its cause: one that it says does not end, until something else is said', async () => {
    const { enter } = await buildHome()
    const cause = await owner.codeTerm.create({
      data: {
        list: 'poverty_cause',
        code: 'hail',
        nameZh: '遭雹',
        nameEn: 'hail',
        validFrom: new Date('2020-01-01'),
      },
    })
    await enter({ mainCause: 'skill', otherCauses: ['hail'] })
    const end = () =>
      owner.codeTerm.update({ where: { id: cause.id }, data: { validTo: new Date('2099-01-01') } })
    await expect(end()).rejects.toThrow(/records say this term/)
    await enter({ mainCause: 'skill', otherCauses: [] })
    await end()
  })
})
