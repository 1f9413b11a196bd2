import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { changeStatus } from '~/modules/households/change-status.server'
import { enterFacts } from '~/modules/households/enter-facts.server'
import { getHousehold } from '~/modules/households/get-household.server'
import { revealCadrePhone } from '~/modules/households/reveal-cadre-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import { translator } from '~/platform/i18n/translate'
import { contradictingList, type FactCells, factsList } from '../../../tests/fixtures/messy-lists'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, joinHousehold, regionId } from '../../../tests/fixtures/world'
import { getImport } from './get-import.server'
import { mapImport } from './map-import.server'
import { matchCauses } from './match-causes.server'
import { takeImport } from './take-import.server'
import { undoImport } from './undo-import.server'
import { uploadImport } from './upload-import.server'

let county: Actor

beforeAll(async () => {
  await buildGround()
  county = await buildActor({ role: 'coordinator', region: '620123' })
  for (const [code, nameZh] of [
    ['lifted', '脱贫户'],
    ['marginal', '边缘易致贫户'],
  ] as const)
    await owner.codeTerm.upsert({
      where: { list_code: { list: 'household_status', code } },
      update: {},
      create: {
        list: 'household_status',
        code,
        nameZh,
        nameEn: code,
        validFrom: new Date('2016-01-01'),
      },
    })
})

async function upload(bytes: Uint8Array, actor = county): Promise<string> {
  const { importId } = await uploadImport({ actor, fileName: '基础信息.xlsx', bytes })
  const { draft } = await getImport({ actor, importId })
  if (!draft) throw new Error('a draft')
  await mapImport({ actor, importId, mapping: { columns: draft.mapping, listDay: '2020-05-01' } })
  return importId
}

const triedBy = async (importId: string, actor = county) =>
  (await getImport({ actor, importId })).draft?.dryRun ?? null

const householdOf = (code: string) =>
  owner.household.findUniqueOrThrow({
    where: { code },
    include: {
      statuses: { include: { term: true }, orderBy: { validFrom: 'asc' } },
      facts: { include: { mainCause: true }, orderBy: { enteredAt: 'asc' } },
    },
  })

const whole: FactCells = [
  '已脱贫',
  new Date(Date.UTC(2019, 11, 3)),
  '榆脱贫发〔2019〕8 号',
  '4人',
  2,
  '缺乏技术致贫',
  '因病、缺资金',
  '2014年度',
  '2019.12',
  '梭 白露',
  '县农业农村局（示例）',
  '0931-555-0102',
]

/** Of this household the list says who may be rung up, and nothing more. */
const onlyPhone: FactCells = ['', '', '', '', '', '', '', '', '', '', '', '0931-555-0102']

describe('what a list says of its households', () => {
  it('is found by the titles that counties use, tried, taken in with the people, and undone with them', async () => {
    const bytes = await factsList({
      households: [
        { code: 'FA-1', village: '上村', serial: 500, cells: whole },
        { code: 'FA-2', village: '下村', serial: 510, cells: ['边缘户', '', '', '', '', '因残 因学'] },
        { code: 'FA-3', village: '下村', serial: 520, cells: ['-', '', '', '', '', '无', '', '', '未脱贫'] },
        { code: 'FA-4', village: '下村', serial: 525, cells: onlyPhone },
      ],
    })
    const importId = await upload(bytes)
    const { draft } = await getImport({ actor: county, importId })
    expect(Object.entries(draft?.mapping ?? {}).filter(([, column]) => column === null)).toEqual([
      ['town', null],
      ['since', null],
    ])
    expect(draft?.dryRun).toMatchObject({ newHouseholds: 4, newMembers: 8, completed: 0, faults: [] })
    await takeImport({ actor: county, importId })
    const [first, second, third, fourth] = await Promise.all(
      ['FA-1', 'FA-2', 'FA-3', 'FA-4'].map(householdOf),
    )
    expect(first).toMatchObject({
      statuses: [
        {
          term: { code: 'lifted' },
          validFrom: new Date('2019-12-03'),
          source: '榆脱贫发〔2019〕8 号',
          enteredById: county.userId,
          importId,
        },
      ],
      facts: [
        {
          people: 4,
          workers: 2,
          mainCause: { code: 'skill' },
          identifiedIn: 2014,
          liftedIn: 2019,
          cadreName: '梭白露',
          cadreOffice: '县农业农村局(示例)',
          cadrePhone: null,
          document: '基础信息.xlsx · 2',
          enteredById: county.userId,
          importId,
        },
      ],
    })
    expect(first?.facts[0]?.otherCauseIds).toHaveLength(2)
    expect(second).toMatchObject({
      statuses: [
        { term: { code: 'marginal' }, validFrom: new Date('2020-05-01'), source: '基础信息.xlsx · 4' },
      ],
      facts: [{ people: null, cadreName: null, mainCause: { code: 'disability' } }],
    })
    expect(second?.facts[0]?.otherCauseIds).toHaveLength(1)
    expect(third).toMatchObject({ statuses: [], facts: [] })
    expect(fourth).toMatchObject({ statuses: [], facts: [{ people: null, cadreName: null }] })
    const keyIds = [first, fourth].map((home) => home?.facts[0]?.cadrePhoneKeyId ?? '')
    expect(new Set(keyIds).size).toBe(1)
    const reason = '核对名册'
    for (const home of [first, fourth]) {
      const which = { householdId: home?.id ?? '', factsId: home?.facts[0]?.id ?? '' }
      expect(await revealCadrePhone({ actor: county, ...which, reason })).toBe('0931-555-0102')
    }
    const page = await getHousehold({ actor: county, householdId: second?.id ?? '', month: null })
    expect(page.facts.entries).toMatchObject([{ isFromList: true, people: null, enteredBy: '示例' }])

    await undoImport({ actor: county, importId })
    expect(await owner.householdFacts.count({ where: { importId } })).toBe(0)
    expect(await owner.dataKey.count({ where: { id: { in: keyIds } } })).toBe(0)
    expect(await owner.household.count({ where: { code: { startsWith: 'FA-' } } })).toBe(0)
  })

  it('completes households that are there and leaves what the register says of them; undone, exactly that is gone', async () => {
    const cells = (said: FactCells) => [
      { code: 'FB-1', village: '上村', serial: 530, cells: said },
      { code: 'FB-2', village: '上村', serial: 540, cells: said },
    ]
    const first = await upload(await factsList({ households: cells([]) }))
    await takeImport({ actor: county, importId: first })
    const { id: householdId } = await householdOf('FB-2')
    const by = { actor: county, householdId, document: '明白卡', cadrePhone: null }
    await enterFacts({
      ...by,
      ...{ people: 2, workers: 1, mainCause: null, otherCauses: [], identifiedIn: null, liftedIn: null },
      ...{ cadreName: '经秋分（示例）', cadreOffice: '县农业农村局（示例）' },
    })
    await changeStatus({ ...by, category: 'marginal', changedOn: '2021-01-01', source: '公告' })
    const second = await upload(await factsList({ households: cells(whole) }))
    expect(await triedBy(second)).toMatchObject({ newMembers: 0, known: 4, completed: 1, faults: [] })
    await takeImport({ actor: county, importId: second })
    expect(await householdOf('FB-1')).toMatchObject({
      importId: first,
      statuses: [{ importId: second, term: { code: 'lifted' } }],
      facts: [{ importId: second, people: 4 }],
    })
    const kept = { statuses: [{ term: { code: 'marginal' } }], facts: [{ people: 2, importId: null }] }
    expect(await householdOf('FB-2')).toMatchObject(kept)
    const again = await upload(await factsList({ households: cells(whole) }))
    await expect(takeImport({ actor: county, importId: again })).rejects.toMatchObject({
      key: 'register.nothingNew',
    })
    await undoImport({ actor: county, importId: second })
    expect(await householdOf('FB-1')).toMatchObject({ statuses: [], facts: [] })
    expect(await householdOf('FB-2')).toMatchObject(kept)
    expect(await owner.householdMember.count({ where: { importId: first } })).toBe(4)
  })

  it('is not undone once a later status follows the one that it brought, nor taken away or changed by itself', async () => {
    const importId = await upload(
      await factsList({ households: [{ code: 'FC-1', village: '上村', serial: 550, cells: whole }] }),
    )
    await takeImport({ actor: county, importId })
    await expect(
      inScope(county, (tx) => tx.householdFacts.deleteMany({ where: { importId } })),
    ).rejects.toThrow(/goes only with its import/)
    await expect(
      inScope(county, (tx) => tx.householdFacts.updateMany({ where: { importId }, data: { people: 9 } })),
    ).rejects.toThrow(/append-only/)
    const { id: householdId } = await householdOf('FC-1')
    await changeStatus({
      actor: county,
      householdId,
      category: 'marginal',
      changedOn: '2022-02-02',
      source: '公告',
    })
    await expect(undoImport({ actor: county, importId })).rejects.toMatchObject({
      key: 'register.inUse',
      params: { code: 'FC-1' },
    })
    expect(await householdOf('FC-1')).toMatchObject({ facts: [{ people: 4 }] })
  })

  it('that cannot be is named row by row, with what is allowed, and nothing is taken', async () => {
    const importId = await upload(await contradictingList({ prefix: 'FD', village: '上村' }))
    const tried = await triedBy(importId)
    expect(tried?.faults.map(({ row, field, key }) => [row, field, key])).toEqual([
      [2, 'mainCause', 'register.causeNone'],
      [3, 'people', 'register.badCount'],
      [4, 'workers', 'register.badCount'],
      [5, 'otherCauses', 'register.causeNone'],
      [6, 'identifiedIn', 'register.badYear'],
      [7, 'identifiedIn', 'register.badYear'],
      [8, 'cadrePhone', 'household.badCadrePhone'],
      [9, 'workers', 'household.workersMore'],
      [10, 'liftedIn', 'household.liftedBefore'],
      [11, 'mainCause', 'household.causeMainFirst'],
      [12, 'identifiedIn', 'household.liftedWithout'],
      [14, 'people', 'register.saidElse'],
    ])
    const text = (at: number) => {
      const fault = tried?.faults[at]
      return fault && translator('zh-CN')(fault.key, fault.params)
    }
    expect(text(0)).toMatch(/^没有「因懒」这种致贫原因，可以写：(?=.*因病)(?=.*自身发展动力不足).*。$/)
    expect(text(3)).toContain('「没本事」')
    expect(text(11)).toBe('D 列和第 13 行是同一户，写的不一样。')
    await expect(takeImport({ actor: county, importId })).rejects.toMatchObject({ key: 'register.faultsNow' })
    expect(await owner.household.count({ where: { code: { startsWith: 'FD-' } } })).toBe(0)
  })

  it('of her own household is left to a colleague', async () => {
    const her = await buildActor({ role: 'coordinator', region: '620123' })
    const household = await owner.household.create({
      data: { code: 'FE-1', regionId: await regionId('620123100201'), sourceDocument: '示例' },
    })
    const { personId } = await owner.user.findUniqueOrThrow({ where: { id: her.userId } })
    await joinHousehold({ personId, householdId: household.id, verifiedById: county.userId })
    const bytes = await factsList({
      households: [{ code: 'FE-1', village: '上村', serial: 560, cells: whole }],
    })
    const tried = await triedBy(await upload(bytes, her), her)
    expect(tried?.faults.map(({ key }) => key)).toEqual(['household.ownKin', 'household.ownKin'])
    expect(await triedBy(await upload(bytes))).toMatchObject({ newMembers: 2, completed: 1, faults: [] })
  })
})

it.each([
  ['因病', 'illness'],
  ['因病致贫', 'illness'],
  ['疾病', 'illness'],
  ['因残（家庭成员）', 'disability'],
  ['因 学', 'schooling'],
  ['自然灾害', 'disaster'],
  ['缺少土地', 'land'],
  ['缺水', 'water'],
  ['缺乏技术', 'skill'],
  ['缺劳动力', 'labour'],
  ['缺劳力', 'labour'],
  ['缺少资金', 'money'],
  ['交通条件落后', 'roads'],
  ['自身发展力不足', null],
  ['内生动力不足', 'drive'],
  ['懒', null],
])('%s is the cause %s', async (words, code) => {
  const { causeOf } = await inScope(county, (tx) => matchCauses(tx, '2026-11-01'))
  const found = causeOf(words)
  const term = found && (await owner.codeTerm.findUnique({ where: { id: found.id } }))
  expect(term?.code ?? null).toBe(code)
})
