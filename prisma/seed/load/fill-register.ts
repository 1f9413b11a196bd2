import ExcelJS from 'exceljs'
import type { PrismaClient } from '~/generated/prisma/client'
import type { Actor } from '~/modules/auth/actor'
import { getImport } from '~/modules/register/get-import.server'
import { mapImport } from '~/modules/register/map-import.server'
import { registerHousehold } from '~/modules/register/register-household.server'
import { takeImport } from '~/modules/register/take-import.server'
import { uploadImport } from '~/modules/register/upload-import.server'
import { cadres } from '../data/household-facts'
import { exampleIdNumber } from './example-numbers'
import { findCoordinator } from './find-coordinator'
import type { Work } from './plan-work'

const typed = { code: 'SL-620123-201', village: '620123100201', paper: '榆民登〔示例〕第 21 号' }
const list = { name: '永登县增补名册（示例）.xlsx', day: '2026-06-30', village: '620121100201' }

/** The steps by which a county registers a household by the form, and another takes a list. A step that was done before does nothing. */
export async function registerSteps(owner: PrismaClient, work: Work): Promise<(() => Promise<void>)[]> {
  const yuzhong = await findCoordinator(owner, work.yuzhong)
  const yongdeng = await findCoordinator(owner, work.yongdeng)
  return [() => typeHousehold(owner, yuzhong.actor), () => takeList(owner, yongdeng.actor)]
}

async function placeOf(owner: PrismaClient, code: string): Promise<{ village: string; town: string }> {
  const { nameZh, parent } = await owner.region.findUniqueOrThrow({
    where: { code },
    select: { nameZh: true, parent: { select: { nameZh: true } } },
  })
  return { village: nameZh, town: parent?.nameZh ?? '' }
}

async function typeHousehold(owner: PrismaClient, actor: Actor): Promise<void> {
  if (await owner.household.findFirst({ where: { code: typed.code }, select: { id: true } })) return
  const { name, office, phone } = cadres.chenguan
  const done = await registerHousehold({
    actor,
    ...(await placeOf(owner, typed.village)),
    code: typed.code,
    since: '2026-03-18',
    status: 'marginal',
    statusSince: null,
    document: typed.paper,
    people: 3,
    workers: 1,
    mainCause: 'illness',
    otherCauses: ['labour'],
    identifiedIn: 2026,
    liftedIn: null,
    cadreName: name,
    cadreOffice: office,
    cadrePhone: phone ?? '',
    members: [
      { name: '纫小满（示例）', relation: 'self', idNumber: exampleIdNumber(1979, 901) },
      { name: '纫清和（示例）', relation: 'daughter', idNumber: exampleIdNumber(2006, 902) },
      { name: '纫仲秋（示例）', relation: 'father', idNumber: exampleIdNumber(1951, 903) },
    ],
  })
  if ('faults' in done) throw new Error(`the sample household is refused: ${JSON.stringify(done.faults)}`)
}

async function takeList(owner: PrismaClient, actor: Actor): Promise<void> {
  const before = { uploadedById: actor.userId, fileName: list.name }
  if (await owner.householdImport.findFirst({ where: { ...before, state: 'taken' }, select: { id: true } }))
    return
  const draft = await owner.householdImport.findFirst({
    where: { ...before, state: 'draft' },
    select: { id: true },
  })
  const { importId } = draft
    ? { importId: draft.id }
    : await uploadImport({
        actor,
        fileName: list.name,
        bytes: await listOf(await placeOf(owner, list.village)),
      })
  const page = await getImport({ actor, importId })
  if (!page.draft) throw new Error('the sample list is no draft')
  await mapImport({ actor, importId, mapping: { columns: page.draft.mapping, listDay: list.day } })
  await takeImport({ actor, importId })
}

/** As a county keeps it: a heading over all, a household merged over its members. */
async function listOf({ village, town }: { village: string; town: string }): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('增补名册')
  sheet.addRow(['永登县增补户花名册（示例）'])
  sheet.mergeCells('A1:F1')
  sheet.addRow(['户编号', '乡镇', '行政村', '姓名', '与户主关系', '身份证号码'])
  sheet.addRow(['SL-620121-201', town, village, '缀惊蛰（示例）', '户主', exampleIdNumber(1975, 911)])
  sheet.addRow(['', '', '', '缀谷雨（示例）', '配偶', exampleIdNumber(1977, 912)])
  sheet.addRow(['', '', '', '缀夏至（示例）', '女', exampleIdNumber(2004, 913)])
  for (const column of ['A', 'B', 'C']) sheet.mergeCells(`${column}3:${column}5`)
  sheet.addRow(['SL-620121-202', town, village, '绗立秋（示例）', '户主', exampleIdNumber(1968, 914)])
  sheet.addRow(['SL-620121-202', town, village, '绗霜降（示例）', '儿子', exampleIdNumber(1996, 915)])
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
