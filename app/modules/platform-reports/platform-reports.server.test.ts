import { beforeAll, describe, expect, it } from 'vitest'
import { refundParcel } from '~/modules/aftersales/refund-parcel.server'
import { approveApplication } from '~/modules/applications/approve-application.server'
import { checksAsked } from '~/modules/applications/checks'
import { recommendApplication } from '~/modules/applications/recommend-application.server'
import type { Actor } from '~/modules/auth/actor'
import { verifyLink } from '~/modules/households/verify-link.server'
import { secretIndex } from '~/modules/people/secret-index.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { seal } from '~/platform/secrets/envelope.server'
import { streamTable } from '~/platform/table-stream.server'
import { creditCode, handIn } from '../../../tests/fixtures/applications'
import { inventedId } from '../../../tests/fixtures/messy-lists'
import { owner } from '../../../tests/fixtures/owner'
import { buildFinance, owedTo } from '../../../tests/fixtures/payouts'
import { readWorkbook } from '../../../tests/fixtures/piece-tables'
import { readAll } from '../../../tests/fixtures/read-all'
import { sell } from '../../../tests/fixtures/shopping'
import { statementsOf } from '../../../tests/fixtures/statements'
import { buildActor, buildGround, buildPerson, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { findReport } from './find-report.server'
import { getReportFile } from './get-report-file.server'
import { makeReport } from './make-report.server'
import { quarterAfter, quarterStart } from './quarters'

const t = translator('zh-CN')
const keyOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.key ?? String(error),
  )

let admin: Actor
let finance: Actor
let quarter = ''
beforeAll(async () => {
  await buildGround()
  admin = await buildActor({
    role: 'admin',
    person: await buildPerson({ village: null, name: '管理' }),
  })
  finance = (await buildFinance()).preparer
  quarter = quarterStart(dayOf(await appNow()))
})

/** A shop that county and city let in. */
async function approved(kind: 'company' | 'household'): Promise<string> {
  const [county, city] = [
    await buildActor({ role: 'coordinator', region: '620123' }),
    await buildActor({ role: 'coordinator', region: '6201' }),
  ]
  const actor = await buildActor({ role: 'buyer' })
  const { applicationId, sellerId } = await handIn(actor, { kind })
  const claims = await owner.householdLink.findMany({ where: { personId: actor.personId, verifiedAt: null } })
  for (const { id } of claims) await verifyLink({ actor: county, linkId: id, evidence: '入户走访' })
  await recommendApplication({ actor: county, applicationId, checks: checksAsked })
  await approveApplication({ actor: city, applicationId })
  return sellerId
}

/** The quarter of a seller by the frozen lines and what was given back of them: nothing of the ledger. */
async function expected(sellerId: string) {
  const [sold] = await owner.$queryRaw<
    { goods: bigint; postage: bigint; commission: bigint; orders: number }[]
  >`
    SELECT sum(l.goods)::bigint AS goods, sum(s."postageFen")::bigint AS postage, sum(l.commission)::bigint AS commission, count(*)::int AS orders
    FROM "SellerOrder" s JOIN LATERAL (SELECT sum("amountFen" - "discountFen" + "borneFen") AS goods, sum("commissionFen") AS commission FROM "OrderLine" WHERE "sellerOrderId" = s.id) l ON true
    WHERE s."sellerId" = ${sellerId}::uuid AND s.status = 'completed'`
  const [given] = await owner.$queryRaw<{ amount: bigint; commission: bigint }[]>`
    SELECT coalesce(sum(r."amountFen" + r."borneFen"), 0)::bigint AS amount, coalesce(sum(r."commissionFen"), 0)::bigint AS commission
    FROM "RefundLine" r JOIN "SellerOrder" s ON s.id = r."sellerOrderId" WHERE s."sellerId" = ${sellerId}::uuid`
  return {
    orders: sold?.orders ?? -1,
    incomeFen: Number((sold?.goods ?? 0n) + (sold?.postage ?? 0n)),
    refundsFen: Number(given?.amount ?? 0n),
    commissionFen: Number((sold?.commission ?? 0n) - (given?.commission ?? 0n)),
    netFen: Number(await owedTo(sellerId)),
  }
}

const rowOf = async (sellerId: string, version: number | null = null) =>
  (await findReport({ quarter, version })).report?.rows.find((row) => row.sellerId === sellerId)

describe('the report of a quarter', () => {
  it('equals the books, is frozen, and is made anew only when they changed', async () => {
    const { sellerId, actor } = await buildSeller()
    const { variantId } = await buildPiece({ sellerId, priceFen: 36_801n })
    const quiet = await buildSeller()
    const { sellerOrderId } = await sell(actor, [{ variantId, quantity: 2 }])
    quarter = quarterStart(dayOf(await appNow()))
    await makeReport({ actor: admin, quarter, reason: '' })
    const first = await rowOf(sellerId)
    expect(first).toMatchObject(await expected(sellerId))
    expect(first?.incomeFen).toBeGreaterThan(73_000)
    expect(await rowOf(quiet.sellerId)).toMatchObject({ orders: 0, incomeFen: 0, netFen: 0 })
    expect(await keyOf(makeReport({ actor: finance, quarter, reason: '再看一次' }))).toBe(
      'platformReport.unchanged',
    )

    const line = await owner.orderLine.findFirstOrThrow({ where: { sellerOrderId } })
    await refundParcel(finance, sellerOrderId, {
      lines: [{ id: line.id, quantity: 1, amount: 36_801n }],
      postage: 0n,
      bearer: 'seller',
      byBank: false,
      reason: '少寄了一件',
    })
    expect(await rowOf(sellerId)).toEqual(first)
    expect(await keyOf(makeReport({ actor: finance, quarter, reason: '' }))).toBe(
      'platformReport.reasonMissing',
    )
    const made = await Promise.allSettled([
      makeReport({ actor: finance, quarter, reason: '一笔退款' }),
      makeReport({ actor: admin, quarter, reason: '一笔退款' }),
    ])
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const second = await rowOf(sellerId)
    expect(second).toMatchObject(await expected(sellerId))
    expect(second?.refundsFen).toBe(36_801)
    expect(second?.incomeFen).toBe(first?.incomeFen)
    expect(await rowOf(sellerId, 1)).toEqual(first)
    const { versions, report } = await findReport({ quarter, version: null })
    expect(versions).toMatchObject([
      { version: 2, reason: '一笔退款' },
      { version: 1, reason: null, who: '管理' },
    ])
    const [books] = await owner.$queryRaw<{ commission: bigint }[]>`
      SELECT -sum(e."amountMinor")::bigint AS commission FROM "LedgerEntry" e JOIN "LedgerAccount" a ON a.id = e."accountId"
      WHERE a.kind IN ('commission', 'tax') AND e.purpose IN ('commission', 'commission_tax')`
    expect(report?.sums.commissionFen).toBe(Number(books?.commission))
  })

  it('masks identity numbers on the page and gives them in the file, which is written down', async () => {
    const [known, unknown] = [await buildSeller(), await buildSeller()]
    const { personId, key } = known.person
    const number = inventedId(731)
    await owner.personSecret.create({
      data: {
        personId,
        field: 'id_number',
        keyId: key.keyId,
        cipher: seal(key, number, { table: 'PersonSecret', column: 'id_number', row: personId }),
        blindIndex: secretIndex('id_number', number),
      },
    })
    await makeReport({ actor: admin, quarter, reason: '多了两家' })
    expect((await rowOf(known.sellerId))?.maskedNumber).toBe(`${'*'.repeat(14)}${number.slice(-4)}`)
    expect((await rowOf(unknown.sellerId))?.maskedNumber).toBeNull()
    const { report } = await findReport({ quarter, version: null })
    const { table, name } = await getReportFile({
      actor: finance,
      reportId: report?.id ?? '',
      reason: '第四季度报送',
      t,
    })
    expect(name).toMatch(/^platform-report-20\d\d-Q[1-4]-v3$/)
    const rows = await readWorkbook(await readAll(streamTable('xlsx', table)))
    expect(rows[0]?.slice(0, 5)).toEqual(['名称', '类型', '身份证号', '统一社会信用代码', '笔数'])
    expect(rows.filter((cells) => cells[2] === number)).toHaveLength(1)
    expect(rows.some((cells) => cells[2] === t('platformReport.numberUnknown'))).toBe(true)
    expect(rows.at(-2)?.[0]).toBe('合计')
    const [event] = await owner.auditEvent.findMany({ where: { action: 'platform_report.exported' } })
    expect(event).toMatchObject({ actorUserId: finance.userId, reason: '第四季度报送' })
  })

  it('names a firm by the licence that was approved, and a person by what she declared', async () => {
    const [company, household, waiting] = [
      await approved('company'),
      await approved('household'),
      (await handIn(await buildActor({ role: 'buyer' }), { kind: 'company' })).sellerId,
    ]
    // a shop from before there were applications
    const { sellerId: before } = await buildSeller()
    const licence = { licenceName: '老字号示例公司', licenceCode: creditCode, isExempt: false }
    await owner.seller.update({ where: { id: before }, data: licence })
    await makeReport({ actor: admin, quarter, reason: '三家新开的' })
    expect((await rowOf(company))?.licence).toEqual({ code: creditCode, isDeclaredExempt: false })
    expect((await rowOf(household))?.licence).toEqual({ code: null, isDeclaredExempt: true })
    expect((await rowOf(before))?.licence).toEqual({ code: creditCode, isDeclaredExempt: false })
    expect(await rowOf(waiting)).toBeUndefined()
    const { report } = await findReport({ quarter, version: null })
    const reportId = report?.id ?? ''
    for (const { locale, exempt } of [
      { locale: 'zh-CN', exempt: '自己声明不用登记' },
      { locale: 'en', exempt: 'declared to need none' },
    ] as const) {
      const { table } = await getReportFile({
        actor: finance,
        reportId,
        reason: '报送',
        t: translator(locale),
      })
      const cells = (await readWorkbook(await readAll(streamTable('xlsx', table)))).map((row) => row[3])
      expect(cells.filter((cell) => cell === creditCode)).toHaveLength(2)
      expect(cells.filter((cell) => cell === exempt)).toHaveLength(1)
    }
  })

  it('is read some at a time while its file is taken away, every seller once and in the order of the page', async () => {
    await owner.$executeRaw`
      INSERT INTO "Seller" (id, kind, status, slug, "nameZh", "nameEn", "sealText", "regionId", "countyId")
      SELECT gen_random_uuid(), 'company', 'active', 'many-' || n, '多店' || n, 'Many ' || n, '多店', "regionId", "countyId" FROM (SELECT * FROM "Seller" LIMIT 1) s, generate_series(1, 210) n`
    const made = await statementsOf(() => makeReport({ actor: admin, quarter, reason: '很多家新开的' }))
    // no seller comes to the process: the database writes them all with one statement that names none
    const written = made.filter(({ text }) => text.includes('INSERT INTO "PlatformReportRow"'))
    expect(written).toHaveLength(1)
    expect(written[0]?.values.length).toBeLessThan(15)
    const { report } = await findReport({ quarter, version: null })
    const { table } = await getReportFile({ actor: finance, reportId: report?.id ?? '', reason: '报送', t })
    const rows = table.rows[Symbol.asyncIterator]()
    const asked = (statements: Awaited<ReturnType<typeof statementsOf>>) =>
      statements.filter(({ text }) => text.includes('"PlatformReportRow"')).length
    const told: unknown[] = []
    const take = async (count: number) => {
      for (let at = 0; at < count; at += 1) told.push((await rows.next()).value?.[0])
    }
    expect(asked(await statementsOf(() => take(100)))).toBe(1)
    expect(asked(await statementsOf(() => take(101)))).toBe(2)
    for (let next = await rows.next(); !next.done; next = await rows.next()) told.push(next.value[0])
    const total = report?.total ?? 0
    expect(total).toBeGreaterThan(210)
    expect(told.slice(0, 200)).toEqual(report?.rows.map(({ name }) => name))
    expect(told[total]).toBe('合计')
    expect(new Set(told.filter((name) => String(name).startsWith('多店'))).size).toBe(210)
  })

  it('is not found for a quarter to come, and stands behind walls', async () => {
    expect(await keyOf(findReport({ quarter: quarterAfter(quarter), version: null }))).toBe('errors.notFound')
    expect(await keyOf(makeReport({ actor: admin, quarter: quarterAfter(quarter), reason: '' }))).toBe(
      'errors.notFound',
    )
    expect(await keyOf(findReport({ quarter, version: 99 }))).toBe('errors.notFound')
    expect(await prisma.platformReport.count()).toBe(0)
    expect(await prisma.platformReportRow.count()).toBe(0)
    expect(await owner.platformReportRow.count()).toBeGreaterThan(0)
  })
})
