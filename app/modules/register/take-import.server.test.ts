import process from 'node:process'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/modules/auth/actor'
import { readSecret } from '~/modules/people/read-secret.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { translator } from '~/platform/i18n/translate'
import { streamTable } from '~/platform/table-stream.server'
import {
  faultyList,
  inventedId,
  longList,
  mergedList,
  renamedList,
} from '../../../tests/fixtures/messy-lists'
import { owner } from '../../../tests/fixtures/owner'
import { plantNumber } from '../../../tests/fixtures/plant-number'
import { readAll } from '../../../tests/fixtures/read-all'
import {
  buildActor,
  buildGround,
  buildHousehold,
  buildPerson,
  joinHousehold,
  regionId,
} from '../../../tests/fixtures/world'
import { discardImport } from './discard-import.server'
import { findImports } from './find-imports.server'
import { getErrorFile } from './get-error-file.server'
import { getImport } from './get-import.server'
import { mapImport } from './map-import.server'
import { takeImport } from './take-import.server'
import { undoImport } from './undo-import.server'
import { uploadImport } from './upload-import.server'

let yuzhong: Actor
let yongdeng: Actor

beforeAll(async () => {
  await buildGround()
  yuzhong = await buildActor({ role: 'coordinator', region: '620123' })
  yongdeng = await buildActor({ role: 'coordinator', region: '620121' })
  await owner.regionName.create({ data: { regionId: await regionId('620123100202'), name: '老爷沟' } })
  for (const [code, nameZh] of [
    ['lifted', '脱贫户'],
    ['marginal', '边缘易致贫户'],
  ] as const)
    await owner.codeTerm.create({
      data: { list: 'household_status', code, nameZh, nameEn: code, validFrom: new Date('2016-01-01') },
    })
})

async function upload(actor: Actor, bytes: Uint8Array, { listDay = '2020-05-01' } = {}): Promise<string> {
  const { importId } = await uploadImport({ actor, fileName: '花名册.xlsx', bytes })
  const { draft } = await getImport({ actor, importId })
  if (!draft) throw new Error('a draft')
  await mapImport({ actor, importId, mapping: { columns: draft.mapping, listDay } })
  return importId
}

const dryRun = async (actor: Actor, importId: string) =>
  (await getImport({ actor, importId })).draft?.dryRun ?? null

const membersOf = (code: string) =>
  owner.householdMember.findMany({
    where: { household: { code } },
    include: { person: { include: { secrets: true } } },
    orderBy: { evidence: 'asc' },
  })

describe('a list with merged cells and two rows of titles', () => {
  const where = { prefix: 'MG', serial: 10, village: '上村', otherVillage: '下村' }
  let importId = ''

  it('is tried without changing anything', async () => {
    importId = await upload(yuzhong, await mergedList(where))
    expect(await dryRun(yuzhong, importId)).toMatchObject({
      newHouseholds: 2,
      newMembers: 4,
      known: 0,
      faultCount: 0,
    })
    expect(await owner.household.count({ where: { code: { startsWith: 'MG' } } })).toBe(0)
    const { draft } = await getImport({ actor: yuzhong, importId })
    const shown = draft?.columns.find(({ title }) => title.startsWith('身份证'))?.samples
    expect(shown).toHaveLength(3)
    for (const sample of shown ?? []) expect(sample).toMatch(/^990\*{4}[\dx]{2}$/i)
  })

  it('comes in whole, with sealed numbers, and its file is destroyed', async () => {
    await takeImport({ actor: yuzhong, importId })
    const members = await membersOf('MG-1')
    expect(members.map(({ person, relation }) => [person.name, relation, person.birthYear])).toEqual([
      ['张三', 'self', 1980],
      ['李秀英', 'spouse', 1980],
      ['张小梅', 'daughter', 2004],
    ])
    const [first] = members
    expect(first).toMatchObject({ verifiedAt: null, evidence: '花名册.xlsx · 4', importId })
    expect(first?.validFrom.toISOString().slice(0, 10)).toBe('2020-05-01')
    const number = await inScope(yuzhong, (tx) =>
      readSecret(tx, { personId: first?.personId ?? '', field: 'id_number' }),
    )
    expect(number).toBe(inventedId(10))
    const taken = await owner.householdImport.findUniqueOrThrow({
      where: { id: importId },
      include: { key: true },
    })
    expect(taken).toMatchObject({ state: 'taken', cipher: null, householdCount: 2, memberCount: 4 })
    expect(taken.key.wrapped).toBeNull()
    expect(await owner.auditEvent.count({ where: { action: 'household_import.taken' } })).toBe(1)
  })

  it('sent again brings nothing new; taken twice is refused', async () => {
    await expect(takeImport({ actor: yuzhong, importId })).rejects.toMatchObject({
      key: 'register.takenAlready',
    })
    const again = await upload(yuzhong, await mergedList(where))
    expect(await dryRun(yuzhong, again)).toMatchObject({ newMembers: 0, known: 4, faultCount: 0 })
    await expect(takeImport({ actor: yuzhong, importId: again })).rejects.toMatchObject({
      key: 'register.nothingNew',
    })
    await discardImport({ actor: yuzhong, importId: again })
    expect(await owner.householdImport.count({ where: { id: again } })).toBe(0)
  })

  it('in another county it is told to ask the city, and shows nothing of whom', async () => {
    const there = await upload(yongdeng, await mergedList({ ...where, prefix: 'OTHER' }))
    const tried = await dryRun(yongdeng, there)
    expect(tried?.faults.map(({ key }) => key)).toEqual(Array(4).fill('register.numberElsewhere'))
    expect(JSON.stringify(tried)).not.toMatch(/MG|榆中|上村/)
    await expect(getImport({ actor: yongdeng, importId })).rejects.toMatchObject({ status: 404 })
    await expect(undoImport({ actor: yongdeng, importId })).rejects.toMatchObject({ status: 404 })
    expect((await findImports({ actor: yongdeng })).rows.map(({ id }) => id)).toEqual([there])
  })

  it('cannot be undone once something was given to a household of it, or said of it', async () => {
    const { id: householdId, code } = await owner.household.findFirstOrThrow({ where: { importId } })
    const kind = await owner.codeTerm.findFirstOrThrow({ where: { list: 'assistance_kind' } })
    const day = new Date('2026-01-01')
    const by = { householdId, document: '乡字 1', enteredById: yuzhong.userId }
    const cadre = { cadreName: '梭白露（示例）', cadreOffice: '县农业农村局（示例）' }
    const writings: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) =>
        tx.householdAssistance.create({ data: { ...by, termId: kind.id, amountFen: 1n, receivedOn: day } }),
      (tx) => tx.householdFacts.create({ data: { ...by, ...cadre, people: 2, workers: 1 } }),
    ]
    for (const write of writings) {
      const used = owner.$transaction(async (tx) => {
        await write(tx)
        const [use] = await tx.$queryRaw<
          { code: string | null }[]
        >`SELECT import_in_use(${importId}::uuid) AS code`
        throw new Error(`in use by ${use?.code}`)
      })
      await expect(used).rejects.toThrow(`in use by ${code}`)
    }
  })

  it('is undone whole, once; its people, numbers and keys are gone', async () => {
    const people = await owner.person.findMany({ where: { importId } })
    expect(people).toHaveLength(4)
    await Promise.all([1, 2].map(() => undoImport({ actor: yuzhong, importId })))
    expect(await owner.person.count({ where: { importId } })).toBe(0)
    expect(await owner.household.count({ where: { code: { startsWith: 'MG' } } })).toBe(0)
    const keyIds = people.map(({ dataKeyId }) => dataKeyId)
    expect(await owner.dataKey.count({ where: { id: { in: keyIds } } })).toBe(0)
    expect(await owner.auditEvent.count({ where: { action: 'household_import.undone' } })).toBe(1)
  })
})

describe('a list with other titles, a former village name and a code that is a number', () => {
  it('comes in with its statuses, and cannot be undone once something rests on it', async () => {
    const importId = await upload(
      yuzhong,
      await renamedList({ serial: 40, code: 62012300001, village: '下村', formerName: '老爷沟' }),
    )
    expect(await dryRun(yuzhong, importId)).toMatchObject({ newHouseholds: 2, newMembers: 3, faultCount: 0 })
    await takeImport({ actor: yuzhong, importId })
    const [first, second] = await owner.household.findMany({
      where: { importId },
      include: { statuses: { include: { term: true } }, region: true },
      orderBy: { code: 'asc' },
    })
    expect(first).toMatchObject({ code: '62012300001', region: { nameZh: '下村' } })
    expect(
      first?.statuses.map(({ term, validFrom }) => [term.code, validFrom.toISOString().slice(0, 10)]),
    ).toEqual([['lifted', '2019-01-01']])
    expect(second?.statuses[0]).toMatchObject({
      term: { code: 'marginal' },
      validFrom: new Date('2021-05-06'),
    })
    const members = await membersOf('62012300001')
    expect(members.map(({ person, relation }) => [person.name, relation, person.secrets.length])).toEqual([
      ['赵六', 'self', 1],
      ['钱七', 'daughter_in_law', 0],
    ])

    await owner.householdMember.update({
      where: { id: members[0]?.id ?? '' },
      data: { verifiedAt: new Date(), verifiedById: yuzhong.userId },
    })
    await expect(undoImport({ actor: yuzhong, importId })).rejects.toMatchObject({
      key: 'register.inUse',
      params: { code: '62012300001' },
    })
    expect(await owner.person.count({ where: { importId } })).toBe(3)
    await expect(
      inScope(yuzhong, (tx) => tx.householdStatus.deleteMany({ where: { importId } })),
    ).rejects.toThrow(/goes only with its import/)
  })
})

describe('a list with a fault in every row', () => {
  let importId = ''
  const faults = [
    [3, 'register.lossy'],
    [4, 'register.idLength'],
    [5, 'register.idCheck'],
    [6, 'register.twice'],
    [7, 'register.villageNone'],
    [8, 'register.noCode'],
    [9, 'register.formula'],
    [10, 'register.numberElsewhere'],
    [11, 'register.householdElsewhere'],
    [12, 'register.statusNone'],
    [13, 'register.badDay'],
    [14, 'register.futureDay'],
    [15, 'register.idLength'],
    [16, 'register.lossy'],
  ] as const

  beforeAll(async () => {
    const abroad = await upload(
      yongdeng,
      await mergedList({ prefix: 'YD', serial: 60, village: '上村', otherVillage: '下村' }),
    )
    await takeImport({ actor: yongdeng, importId: abroad })
    importId = await upload(
      yuzhong,
      await faultyList({
        prefix: 'FT',
        serial: 80,
        village: '上村',
        elsewhereId: inventedId(60),
        elsewhereCode: 'YD-2',
      }),
    )
  })

  it('names each, and takes nothing', async () => {
    const tried = await dryRun(yuzhong, importId)
    expect(tried?.faults.map(({ row, key }) => [row, key])).toEqual(faults)
    await expect(takeImport({ actor: yuzhong, importId })).rejects.toMatchObject({
      key: 'register.faultsNow',
      params: { count: faults.length },
    })
    expect(await owner.household.count({ where: { code: { startsWith: 'FT' } } })).toBe(0)
  })

  it('comes back as a file of the rows to change, in which nothing is calculated', async () => {
    const { table } = await getErrorFile({ actor: yuzhong, importId, t: translator('zh-CN') })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await readAll(streamTable('xlsx', table))).buffer)
    const rows: string[][] = []
    workbook.worksheets[0]?.eachRow((row) => {
      rows.push(Array.from({ length: 5 }, (_, at) => row.getCell(at + 1).text))
      row.eachCell((cell) => expect(cell.type).toBe(ExcelJS.ValueType.String))
    })
    expect(rows[0]?.slice(0, 3)).toEqual(['原来的行号', '要改什么', '户编号'])
    expect(rows.slice(1).map(([row]) => Number(row))).toEqual(faults.map(([row]) => row))
    expect(rows.at(-2)).toEqual(['15', '身份证号是 18 位，现在是 17 位。', 'FT-8', '上村', '=cmd()'])
    expect(await owner.auditEvent.count({ where: { action: 'household_import.errors_opened' } })).toBe(1)
    await expect(getErrorFile({ actor: yongdeng, importId, t: translator('en') })).rejects.toBeInstanceOf(
      Refusal,
    )
  })
})

describe('people whom the register knows', () => {
  it('in another household of the region are named with it; free ones join as themselves', async () => {
    const free = await buildPerson()
    const held = await buildPerson()
    const { householdId } = await buildHousehold()
    await joinHousehold({ ...held, householdId, verifiedById: yuzhong.userId })
    const ids = [inventedId(201), inventedId(202)] as const
    for (const [at, person] of [held, free].entries()) await plantNumber(person.personId, ids[at] ?? '')
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('x')
    sheet.addRow(['户编号', '行政村', '姓名', '身份证号'])
    sheet.addRow(['KN-1', '上村', '一', ids[0]])
    sheet.addRow(['KN-2', '上村', '二', ids[1]])
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
    const importId = await upload(yuzhong, bytes)
    const { code } = await owner.household.findUniqueOrThrow({ where: { id: householdId } })
    expect((await dryRun(yuzhong, importId))?.faults).toEqual([
      { row: 2, field: 'idNumber', key: 'register.memberOfOther', params: { code } },
    ])
    sheet.spliceRows(2, 1)
    const second = await upload(yuzhong, new Uint8Array(await workbook.xlsx.writeBuffer()))
    await takeImport({ actor: yuzhong, importId: second })
    expect((await membersOf('KN-2')).map(({ personId }) => personId)).toEqual([free.personId])
    await undoImport({ actor: yuzhong, importId: second })
    expect(await owner.person.count({ where: { id: free.personId } })).toBe(1)
  })
})

describe('the file', () => {
  const refused = (bytes: Uint8Array) => uploadImport({ actor: yuzhong, fileName: 'x', bytes })

  it.each([
    ['empty', Buffer.alloc(0), 'register.fileEmpty'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'register.fileOld'],
    ['a .csv', Buffer.from('户编号,姓名\n1,张三\n'), 'register.fileNotXlsx'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'register.fileNotXlsx'],
    ['half a zip', Buffer.from('504b0304aaaa', 'hex'), 'register.fileBroken'],
  ])('that is %s is refused by name', async (_, bytes, key) => {
    await expect(refused(bytes)).rejects.toMatchObject({ key, field: 'file' })
  })

  it('without titles is refused', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.addWorksheet('x').addRow(['一', '二', '三'])
    await expect(refused(new Uint8Array(await workbook.xlsx.writeBuffer()))).rejects.toMatchObject({
      key: 'register.noTitles',
    })
  })

  it('of more than fifty thousand rows is told how many one may have, and nothing of it is kept', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名册')
    sheet.addRow(['户编号', '行政村', '姓名'])
    for (let row = 1; row <= 50_001; row += 1) sheet.addRow([`BIG-${row}`, '上村', '张三'])
    const before = await owner.householdImport.count()
    await expect(refused(new Uint8Array(await workbook.xlsx.writeBuffer()))).rejects.toMatchObject({
      key: 'register.tooManyRows',
      field: 'file',
      params: { limit: 50_000 },
    })
    expect(await owner.householdImport.count()).toBe(before)
  })

  it('counts rows in which something stands, not those that are formatted alone', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('名册')
    sheet.addRow(['户编号', '行政村', '姓名'])
    sheet.addRow(['EMPTY-1', '上村', '张三'])
    for (let row = 3; row <= 60_000; row += 1) sheet.getCell(row, 2).style = { font: { bold: true } }
    sheet.getCell('A59990').value = 'EMPTY-2'
    sheet.getCell('B59990').value = '下村'
    sheet.getCell('C59990').value = '李四'
    const { importId } = await refused(new Uint8Array(await workbook.xlsx.writeBuffer()))
    const { draft } = await getImport({ actor: yuzhong, importId })
    expect(draft?.rowCount).toBe(2)
    await discardImport({ actor: yuzhong, importId })
  })

  it('is uploaded by coordinators of a region only', async () => {
    const admin = await buildActor({ role: 'admin' })
    await expect(uploadImport({ actor: admin, fileName: 'x', bytes: Buffer.alloc(0) })).rejects.toMatchObject(
      { status: 403 },
    )
  })
})

it('takes five thousand rows within a minute of work, and gives them up again', async () => {
  const bytes = await longList({ prefix: 'LONG', count: 5000, village: '上村' })
  const importId = await upload(yuzhong, bytes)
  const before = process.cpuUsage()
  await takeImport({ actor: yuzhong, importId })
  // of this process, so that others on the machine do not count
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(60)
  expect(await owner.householdMember.count({ where: { importId } })).toBe(5000)
  expect(await owner.household.count({ where: { importId } })).toBe(1250)
  await undoImport({ actor: yuzhong, importId })
  expect(await owner.personSecret.count({ where: { person: { importId } } })).toBe(0)
})
