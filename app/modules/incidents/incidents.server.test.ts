import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { enterFacts } from '~/modules/households/enter-facts.server'
import { getHousehold } from '~/modules/households/get-household.server'
import { revealCadrePhone } from '~/modules/households/reveal-cadre-phone.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner } from '../../../tests/fixtures/owner'
import { readWorkbook } from '../../../tests/fixtures/piece-tables'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  joinHousehold,
} from '../../../tests/fixtures/world'
import { askIncident } from './ask-incident.server'
import { findIncident } from './find-incident.server'
import { getIncidentFile } from './get-incident-file.server'
import { IncidentForm } from './schema'

let admin: Actor
let yuzhong: Actor
let member = { personId: '', userId: '' }
let today = ''
const staffPhone = '13800004771'
const memberPhone = '13800004772'

type Built = Awaited<ReturnType<typeof buildPerson>>

async function withPhone(phone: string, person: Built): Promise<Built> {
  const { personId, key } = person
  await owner.personSecret.create({
    data: {
      personId,
      field: 'phone',
      keyId: key.keyId,
      cipher: seal(key, phone, { table: 'PersonSecret', column: 'phone', row: personId }),
      blindIndex: secretIndex('phone', phone),
    },
  })
  return person
}

beforeAll(async () => {
  await buildGround()
  admin = await buildActor({ role: 'admin' })
  const staff = await withPhone(staffPhone, await buildPerson({ village: null, name: '陈联络' }))
  yuzhong = await buildActor({ role: 'coordinator', region: '620123', person: staff })
  await buildActor({ role: 'coordinator', region: '620121' })
  const person = await withPhone(memberPhone, await buildPerson({ name: '王巧' }))
  member = person
  const { householdId } = await buildHousehold()
  await joinHousehold({ ...person, householdId, verifiedById: yuzhong.userId })
  await getHousehold({ actor: yuzhong, householdId, month: null })
  await buildPerson({ village: '620121100201', name: '永登的人' })
  today = dayOf(await appNow())
})

const ask = (by: 'staff' | 'person' | 'record', more: Record<string, string> = {}) =>
  askIncident(IncidentForm.parse({ from: today, to: today, by, reason: '账号被盗', ...more }))

describe('an incident', () => {
  it('of an account: what it opened, and everybody whom its duty reaches', async () => {
    const { looks, reach } = await findIncident({
      actor: admin,
      question: await ask('staff', { phone: staffPhone }),
    })
    expect(looks).toMatchObject([
      { who: '陈联络', action: 'household.opened', people: [{ id: member.personId, name: '王巧' }] },
    ])
    expect(reach).toMatchObject([{ role: 'coordinator', place: '榆中县' }])
    const names = reach[0]?.people.map(({ name }) => name)
    expect(names).toContain('王巧')
    expect(names).not.toContain('永登的人')
  })

  it('of a person: who opened hers, and who could have', async () => {
    const { looks, reach } = await findIncident({
      actor: admin,
      question: await ask('person', { phone: memberPhone }),
    })
    expect(looks.map(({ who }) => who)).toEqual(['陈联络'])
    expect(reach.filter(({ role }) => role === 'coordinator')).toMatchObject([
      { who: '陈联络', people: [{ id: member.personId }] },
    ])
  })

  it('of a kind of record, as a file for the notice; asking is written down', async () => {
    const question = await ask('record', { record: 'Household' })
    const { name, bytes } = await getIncidentFile({ actor: admin, question, locale: 'zh-CN' })
    expect(name).toBe(`incident-${today}-${today}`)
    const rows = await readWorkbook(bytes)
    const [look] = rows.filter(([how]) => how === '打开过')
    expect(look?.[2]).toBe('陈联络')
    expect(look?.[4]).toBe('王巧')
    expect(look?.[7]).toContain('遮住的证件号')
    const asked = await owner.auditEvent.findMany({ where: { action: 'incident.exported' } })
    expect(asked.at(-1)).toMatchObject({
      actorUserId: admin.userId,
      subjectType: 'Table',
      subjectId: 'Household',
      reason: '账号被盗',
    })
  })

  it('in which the number of a cadre was opened: hers, and not that of the household', async () => {
    const { householdId } = await owner.householdMember.findFirstOrThrow({
      where: { personId: member.personId },
    })
    const counts = { people: 2, workers: 1, identifiedIn: null, liftedIn: null }
    const cadre = {
      cadreName: '梭白露（示例）',
      cadreOffice: '县农业农村局（示例）',
      cadrePhone: '0931-555-0102',
    }
    const facts = { ...counts, ...cadre, mainCause: null, otherCauses: [], document: '明白卡' }
    await enterFacts({ actor: yuzhong, householdId, ...facts })
    const { id: factsId } = await owner.householdFacts.findFirstOrThrow({ where: { householdId } })
    await revealCadrePhone({ actor: yuzhong, householdId, factsId, reason: '约她入户' })
    const question = await ask('record', { record: 'Household' })
    const rowsOf = async () =>
      readWorkbook((await getIncidentFile({ actor: admin, question, locale: 'zh-CN' })).bytes)
    const looks = (await rowsOf()).filter((row) => row[9] === '约她入户')
    expect(looks.map((row) => [row[4], row[7]])).toEqual([['梭白露（示例）', '帮扶责任人的办公电话']])
    const opened = async () => /涉及 (\d+) 人/.exec((await rowsOf()).flat().join(' '))?.[1]
    expect(await opened()).toBe('2')
    await enterFacts({ actor: yuzhong, householdId, ...facts, cadreName: '杭秋分（示例）' })
    const { id: later } = await owner.householdFacts.findFirstOrThrow({
      where: { householdId, cadreName: '杭秋分（示例）' },
    })
    await revealCadrePhone({ actor: yuzhong, householdId, factsId: later, reason: '换了人' })
    expect(await opened()).toBe('3')
    const hers = await findIncident({ actor: admin, question: await ask('person', { phone: memberPhone }) })
    expect(hers.looks.map(({ action }) => action)).not.toContain('secret.revealed')
  })

  it('of nobody, or of a span the wrong way round, is refused', async () => {
    await expect(ask('staff', { phone: '13800009998' })).rejects.toMatchObject({ key: 'incident.nobody' })
    const wrong = IncidentForm.safeParse({
      from: '2026-11-02',
      to: '2026-11-01',
      by: 'record',
      reason: '查一查',
    })
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['to', 'record'])
  })
})
