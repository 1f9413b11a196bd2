import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { prisma } from '~/platform/db/prisma.server'
import { createDataKey, destroyDataKey } from '~/platform/secrets/envelope.server'
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
import { revealCadrePhone } from './reveal-cadre-phone.server'
import { sealCadrePhones } from './seal-cadre-phones.server'

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

type Said = Partial<{ [K in keyof typeof said]: (typeof said)[K] | null }> & { keepsPhone?: boolean }

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
    const { cadrePhone: _, ...shown } = said
    const first = {
      ...shown,
      maskedCadrePhone: '****0102',
      mainCause: { code: 'illness', nameZh: '因病', nameEn: 'illness' },
      otherCauses: expect.arrayContaining([expect.objectContaining({ nameZh: '缺技术' })]),
      enteredBy: '示例',
    }
    expect(await look()).toMatchObject([first])
    await enter({ cadreName: '经秋分（示例）', cadrePhone: null })
    expect(await look()).toMatchObject([
      { cadreName: '经秋分（示例）', maskedCadrePhone: null, people: 4 },
      first,
    ])
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

describe('the telephone of whoever is responsible', () => {
  const rowsOf = (householdId: string) =>
    owner.householdFacts.findMany({ where: { householdId }, orderBy: { enteredAt: 'desc' } })

  it('is sealed under a key of its own, told for a reason that stays in the audit, and gone with its key', async () => {
    const { householdId, enter, look } = await buildHome()
    await enter()
    await enter({ people: 5, keepsPhone: true, cadrePhone: null })
    const [row, before] = await rowsOf(householdId)
    if (!row || !before) throw new Error('two entries')
    expect([row.cadrePhone, before.cadrePhone]).toEqual([null, null])
    expect(row.cadrePhoneKeyId).not.toBe(before.cadrePhoneKeyId)
    expect(Buffer.from(row.cadrePhoneCipher ?? []).toString('latin1')).not.toContain('0102')
    const reason = '约她一起入户'
    const which = { actor: county, householdId, factsId: row.id, reason }
    expect(await revealCadrePhone(which)).toBe(said.cadrePhone)
    const told = await owner.auditEvent.findMany({ where: { action: 'secret.revealed', reason } })
    expect(told).toMatchObject([
      {
        actorUserId: county.userId,
        subjectType: 'Household',
        subjectId: householdId,
        detail: { field: 'cadre_phone', factsId: row.id },
      },
    ])
    const { householdId: elsewhere } = await buildHousehold()
    for (const refused of [{ actor: other }, { householdId: elsewhere }, { factsId: crypto.randomUUID() }])
      await expect(revealCadrePhone({ ...which, ...refused })).rejects.toMatchObject({ status: 404 })
    await prisma.$transaction((tx) => destroyDataKey(tx, row.cadrePhoneKeyId ?? ''))
    expect(await look()).toMatchObject([{ maskedCadrePhone: null }, { maskedCadrePhone: '****0102' }])
    await expect(revealCadrePhone(which)).rejects.toMatchObject({ status: 404 })
    expect(await owner.auditEvent.count({ where: { action: 'secret.revealed', reason } })).toBe(1)
  })

  it('stays where nothing else is written, but never with another name', async () => {
    const { enter, look } = await buildHome()
    await enter()
    const kept = { keepsPhone: true, cadrePhone: null }
    await expect(enter(kept)).rejects.toMatchObject({ key: 'household.factsSame' })
    await expect(enter({ ...kept, cadreName: '经秋分（示例）' })).rejects.toMatchObject({
      key: 'household.phoneOfOther',
      field: 'cadrePhone',
    })
    await enter({ keepsPhone: true, cadrePhone: '5550199' })
    await enter({ cadrePhone: null })
    const masks = (await look()).map(({ maskedCadrePhone }) => maskedCadrePhone)
    expect(masks).toEqual([null, '****99', '****0102'])
  })

  it('that stood in the clear is sealed by the job and can be read; nothing else changes, and nothing clear is written again', async () => {
    const { householdId, enter, look } = await buildHome()
    const numbers = ['0931-555-0177', '0931-555-0188', '0931-555-0188']
    const clear = 'CHECK ("cadrePhone" IS NULL) NOT VALID'
    await owner.$executeRawUnsafe('ALTER TABLE "HouseholdFacts" DROP CONSTRAINT "HouseholdFacts_never_clear"')
    const { cadrePhone: _, mainCause: __, otherCauses: ___, ...row } = said
    for (const cadrePhone of numbers)
      await owner.householdFacts.create({
        data: { ...row, householdId, cadrePhone, enteredById: county.userId },
      })
    const { id: importId } = await owner.householdImport.create({
      data: {
        ...{
          regionId: county.regionId ?? '',
          uploadedById: county.userId,
          fileName: '册.xlsx',
          state: 'taken',
        },
        ...{ keyId: (await createDataKey(owner)).keyId, takenAt: new Date() },
      },
    })
    const { householdId: inList } = await buildHousehold()
    const one = { householdId: inList, cadrePhone: '0931-555-0166', document: '册.xlsx · 2', importId }
    await owner.householdFacts.createMany({
      data: Array.from({ length: 5 }, () => ({ ...one, enteredById: county.userId })),
    })
    await owner.$executeRawUnsafe(
      `ALTER TABLE "HouseholdFacts" ADD CONSTRAINT "HouseholdFacts_never_clear" ${clear}`,
    )
    const before = await rowsOf(householdId)
    expect((await look()).map(({ maskedCadrePhone }) => maskedCadrePhone)).toEqual(
      numbers.toReversed().map((number) => `****${number.slice(-4)}`),
    )
    const counts = await Promise.all([sealCadrePhones({ batch: 2 }), sealCadrePhones({ batch: 2 })])
    while ((counts.at(-1) ?? 0) > 0 || counts.length < 3) counts.push(await sealCadrePhones({ batch: 2 }))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(8)
    // one key for one number of a list, however it falls into batches
    const keys = (await rowsOf(inList)).map(({ cadrePhoneKeyId }) => cadrePhoneKeyId)
    expect([keys.length, new Set(keys).size]).toEqual([5, 1])
    const after = await rowsOf(householdId)
    const others = (rows: typeof after) =>
      rows.map(({ cadrePhone: _1, cadrePhoneCipher: _2, cadrePhoneKeyId: _3, ...rest }) => rest)
    expect(others(after)).toEqual(others(before))
    for (const [at, one] of after.entries()) {
      expect(one.cadrePhone).toBeNull()
      const which = { actor: county, householdId, factsId: one.id, reason: '核对' }
      expect(await revealCadrePhone(which)).toBe(before[at]?.cadrePhone)
    }
    expect(await inScope({ job: 'sweep' }, (tx) => tx.householdFacts.count())).toBe(0)
    await enter({ cadrePhone: null })
    const [{ id } = { id: '' }] = await rowsOf(householdId)
    const change = (data: object) =>
      inScope(county, (tx) => tx.householdFacts.update({ where: { id }, data }))
    const { cadrePhoneKeyId } = after[0] ?? {}
    await expect(change({ cadrePhoneCipher: new Uint8Array(40), cadrePhoneKeyId })).rejects.toThrow(
      /append-only/,
    )
    await expect(change({ cadrePhone: '0931-555-0102' })).rejects.toThrow(/append-only/)
    await expect(
      owner.householdFacts.create({
        data: { ...row, householdId, cadrePhone: '0931-555-0102', enteredById: county.userId },
      }),
    ).rejects.toThrow(/HouseholdFacts_never_clear/)
    await expect(
      owner.householdFacts.create({
        data: { ...row, householdId, cadrePhoneCipher: new Uint8Array(40), enteredById: county.userId },
      }),
    ).rejects.toThrow(/HouseholdFacts_sealed/)
  })
})
