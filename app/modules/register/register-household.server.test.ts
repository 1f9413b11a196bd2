import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import { parseForm } from '~/platform/form.server'
import { translator } from '~/platform/i18n/translate'
import { inventedId } from '../../../tests/fixtures/messy-lists'
import { owner } from '../../../tests/fixtures/owner'
import { plantNumber } from '../../../tests/fixtures/plant-number'
import { buildActor, buildGround, buildHousehold, buildPerson, regionId } from '../../../tests/fixtures/world'
import { getNewHousehold } from './get-new-household.server'
import { NewHouseholdForm } from './new-household'
import { registerHousehold } from './register-household.server'

let county: Actor
let other: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  other = await buildActor({ role: 'coordinator', region: '620121' })
  await buildHousehold()
})

const typed = {
  code: 'NEW-1',
  village: '上村',
  since: '2015-03-01',
  status: 'lifted',
  statusSince: '2019-12-03',
  people: '3',
  workers: '2',
  mainCause: 'illness',
  identifiedIn: '2014',
  liftedIn: '2019',
  cadreName: '梭白露（示例）',
  cadreOffice: '县农业农村局（示例）',
  document: '2026 年登记簿第 8 页',
  'members[0].name': '荆谷雨',
  'members[0].relation': 'self',
  'members[0].idNumber': inventedId(700),
  'members[1].name': '荆小满',
  'members[1].relation': 'daughter',
  'members[1].idNumber': '',
  'members[2].name': '',
  'members[2].relation': 'other',
  'members[2].idNumber': '',
}

/** As the page sends it: what is wrong beside its fields, or what the verb answers. */
async function send(over: Partial<Record<keyof typeof typed | string, string>> = {}, actor = county) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...typed, ...over }))
    if (value !== undefined) form.set(name, value)
  const parsed = parseForm(translator('zh-CN'), form, NewHouseholdForm)
  if ('errors' in parsed) return parsed
  return registerHousehold({ actor, ...parsed.value, otherCauses: ['skill'] })
}

const faultsOf = async (over: Parameters<typeof send>[0], actor = county) => {
  const done = await send(over, actor)
  return 'faults' in done ? done.faults.map(({ row, field, key }) => [row, field, key]) : done
}

const household = (code: string) =>
  owner.household.findUnique({
    where: { code },
    include: {
      members: { include: { person: { include: { secrets: true } } }, orderBy: { relation: 'desc' } },
      statuses: { include: { term: true } },
      facts: { include: { mainCause: true } },
    },
  })

describe('one household entered at the desk', () => {
  it('is in the register with its people, what it is, how it lives and the paper, and the audit says who entered it', async () => {
    const done = await send()
    const { document: paper } = typed
    const found = await household('NEW-1')
    expect(done).toEqual({ householdId: found?.id })
    expect(found).toMatchObject({
      sourceDocument: paper,
      enteredById: county.userId,
      importId: null,
      regionId: await regionId('620123100201'),
      members: [
        { relation: 'self', evidence: paper, verifiedAt: null, person: { name: '荆谷雨', birthYear: 1980 } },
        { relation: 'daughter', validFrom: new Date('2015-03-01'), person: { name: '荆小满', secrets: [] } },
      ],
      statuses: [
        {
          term: { code: 'lifted' },
          validFrom: new Date('2019-12-03'),
          source: paper,
          enteredById: county.userId,
        },
      ],
      facts: [{ people: 3, mainCause: { code: 'illness' }, document: paper, enteredById: county.userId }],
    })
    const personId = found?.members[0]?.personId ?? ''
    const number = await inScope(county, (tx) => readSecret(tx, { personId, field: 'id_number' }))
    expect(number).toBe(inventedId(700))
    const written = await owner.auditEvent.findMany({
      where: { action: 'household.registered', subjectId: found?.id },
    })
    expect(written).toMatchObject([{ actorUserId: county.userId, detail: { members: 2 } }])
    expect(await inScope(other, (tx) => tx.household.count({ where: { code: 'NEW-1' } }))).toBe(0)
  })

  it('that is there already, or whose member is, leads to the household; nothing is written', async () => {
    const there = { householdId: (await household('NEW-1'))?.id, code: 'NEW-1' }
    expect(await send({ 'members[0].idNumber': inventedId(701) })).toMatchObject({
      there,
      faults: [{ field: 'code', key: 'register.codeHere' }],
    })
    const elsewhere = await send({ code: 'NEW-2', 'members[1].idNumber': inventedId(701) })
    expect(elsewhere).toMatchObject({
      there,
      faults: [{ row: 1, field: 'idNumber', key: 'register.memberOfOther', params: { code: 'NEW-1' } }],
    })
    expect(await household('NEW-2')).toBeNull()
    expect((await household('NEW-1'))?.members).toHaveLength(2)
  })

  it('of another county is told to ask the city, and shows nothing', async () => {
    const codeOnly = await send({ 'members[0].idNumber': inventedId(702) }, other)
    expect(codeOnly).toMatchObject({ there: null })
    expect(await faultsOf({ 'members[0].idNumber': inventedId(702) }, other)).toEqual([
      [1, 'code', 'register.householdElsewhere'],
      [2, 'code', 'register.householdElsewhere'],
    ])
    const number = await send({ code: 'NEW-3' }, other)
    expect(number).toEqual({
      there: null,
      faults: [{ row: 1, field: 'idNumber', key: 'register.numberElsewhere', params: {} }],
    })
    expect(await household('NEW-3')).toBeNull()
  })

  it('is refused beside the fields that cannot be', async () => {
    const code = 'NEW-4'
    expect(await faultsOf({ code, village: '没有这个村', 'members[0].idNumber': '' })).toEqual([
      [1, 'village', 'register.villageNone'],
      [2, 'village', 'register.villageNone'],
    ])
    const twice = { 'members[0].idNumber': inventedId(703), 'members[1].idNumber': inventedId(703) }
    expect(await faultsOf({ code, ...twice })).toEqual([[2, 'idNumber', 'register.twice']])
    const without = { code, 'members[0].idNumber': '' }
    expect(await faultsOf({ ...without, since: '2090-01-01' })).toEqual([[1, 'since', 'household.futureDay']])
    expect(await faultsOf({ ...without, workers: '9' })).toEqual([[1, 'workers', 'household.workersMore']])
    expect(await faultsOf({ ...without, mainCause: 'laziness' })).toContainEqual([
      1,
      'mainCause',
      'register.causeNone',
    ])
    expect(await send({ ...without, 'members[0].name': '', 'members[1].name': '', people: '0' })).toEqual({
      errors: {
        'members[0].name': '至少写一个人，户主写在第一位。',
        people: expect.any(String),
      },
    })
    expect(
      await send({ code, 'members[0].idNumber': '123', 'members[2].idNumber': inventedId(704) }),
    ).toEqual({
      errors: {
        'members[0].idNumber': '身份证号是 18 位，现在是 3 位。',
        'members[2].name': '没有写姓名。',
      },
    })
    expect(await household(code)).toBeNull()
  })

  it('is no coordinator’s own, nor that of somebody she lives with', async () => {
    const her = await buildActor({ role: 'coordinator', region: '620123' })
    const { personId } = await owner.user.findUniqueOrThrow({ where: { id: her.userId } })
    await owner.person.update({
      where: { id: personId },
      data: { regionId: await regionId('620123100201') },
    })
    await plantNumber(personId, inventedId(705))
    const own = { code: 'NEW-5', 'members[0].idNumber': inventedId(705) }
    expect(await faultsOf(own, her)).toEqual([[1, 'idNumber', 'household.ownKin']])
    expect(await household('NEW-5')).toBeNull()
    expect(await send(own)).toHaveProperty('householdId')
  })

  it('takes somebody whom the register knows and who is in no household as herself', async () => {
    const free = await buildPerson()
    await plantNumber(free.personId, inventedId(706))
    await send({ code: 'NEW-6', 'members[0].idNumber': inventedId(706) })
    expect((await household('NEW-6'))?.members[0]?.personId).toBe(free.personId)
  })

  it('is registered once when two send it at the same time', async () => {
    const twice = { code: 'NEW-7', 'members[0].idNumber': inventedId(707) }
    const done = await Promise.all([send(twice), send(twice)])
    expect(done.filter((one) => 'householdId' in one)).toHaveLength(1)
    expect((await household('NEW-7'))?.members).toHaveLength(2)
  })

  it('offers terms of today and the villages of her region', async () => {
    const page = await getNewHousehold({ actor: county })
    expect(page.villages).toEqual(expect.arrayContaining(['上村', '下村']))
    expect(page.causes.map(({ code }) => code)).toContain('drive')
    const admin = await buildActor({ role: 'admin' })
    expect(() => getNewHousehold({ actor: admin })).toThrow('register.noRegion')
  })
})
