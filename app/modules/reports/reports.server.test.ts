import { beforeAll, describe, expect, it } from 'vitest'
import { pauseListing } from '~/modules/catalog/pause-listing.server'
import { prisma } from '~/platform/db/prisma.server'
import { mandateDays } from '../../../tests/fixtures/mandates'
import { owner } from '../../../tests/fixtures/owner'
import { buildActor, buildGround, buildPiece, buildSeller } from '../../../tests/fixtures/world'
import { answerReport, closeReport, holdListing, takeReport } from './change-report.server'
import { createReport } from './create-report.server'
import { findReports } from './find-reports.server'
import { getFollowedReport } from './get-followed-report.server'
import { getReport } from './get-report.server'
import { openReportContact, openReportEvidence } from './open-report.server'
import { mostPerDay, ReportForm, type ReportInput } from './schema'
import { answerAsSeller, countSellerReports, findSellerReports } from './seller-reports.server'

beforeAll(buildGround)

/** The smallest PNG there is. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let addresses = 0
const nextAddress = () => {
  addresses += 1
  return `10.1.0.${addresses}`
}

const notice = (product: string): ReportInput =>
  ReportForm.parse({
    kind: 'copied_design',
    product,
    words: '这个盘长是照我的画的。',
    contact: 'canary@example.org',
    name: '林画师',
    ownWork: '2019 年的稿子。',
    declares: 'yes',
  })

const create = (form: ReportInput, files: Uint8Array[] = [], address = nextAddress()) =>
  createReport({ form, files, userId: null, locale: 'zh-CN', address })

async function buildNotice() {
  const seller = await buildSeller()
  const piece = await buildPiece({ sellerId: seller.sellerId })
  const link = await create(notice(piece.slug), [png])
  const { id: reportId } = await owner.report.findUniqueOrThrow({ where: { number: link.number } })
  const actor = await buildActor({ role: 'coordinator', region: '620123' })
  return { ...seller, seller: seller.actor, piece, link, reportId, actor }
}

describe('a notice of copying', () => {
  it('is seen by its region, told to the seller without a way to reach anybody, and answered on its link', async () => {
    const { actor, seller, reportId, link, piece } = await buildNotice()
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    expect(
      (await findReports({ actor: elsewhere, locale: 'en' })).open.rows.map(({ id }) => id),
    ).not.toContain(reportId)
    await expect(getReport({ actor: elsewhere, reportId })).rejects.toMatchObject({ status: 404 })
    await expect(takeReport({ actor: elsewhere, reportId })).rejects.toMatchObject({ status: 404 })
    await takeReport({ actor, reportId })
    const seen = await getReport({ actor, reportId })
    expect(seen).toMatchObject({ words: '这个盘长是照我的画的。', isMine: true, piece: { slug: piece.slug } })
    expect(JSON.stringify(seen)).not.toContain('canary')

    expect(await countSellerReports({ actor: seller })).toBe(1)
    const told = await findSellerReports({ actor: seller })
    expect(told).toMatchObject([{ name: '林画师', ownWork: '2019 年的稿子。' }])
    expect(JSON.stringify(told)).not.toContain('canary')
    const other = await buildSeller()
    await expect(answerAsSeller({ actor: other.actor, reportId, answer: '不是' })).rejects.toMatchObject({
      status: 404,
    })
    await answerAsSeller({ actor: seller, reportId, answer: '老样子，奶奶传的。' })
    expect(await countSellerReports({ actor: seller })).toBe(0)
    expect((await getReport({ actor, reportId })).sellerAnswer).toBe('老样子，奶奶传的。')

    await answerReport({ actor, reportId, answer: '在问卖家。' })
    expect(await getFollowedReport(link)).toMatchObject({
      about: { zh: expect.stringContaining('结') },
      answer: '在问卖家。',
      sellerAnswer: '老样子，奶奶传的。',
      outcome: null,
      isTaken: true,
      files: 1,
    })
    expect(await findSellerReports({ actor: seller })).toMatchObject([{ decision: null }])
    await expect(getFollowedReport({ ...link, secret: 'A'.repeat(22) })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('holds the piece against everybody until it is dismissed, and stays as it was when closed', async () => {
    const { actor, seller, reportId, piece } = await buildNotice()
    const { productId } = piece
    const status = async () => (await owner.product.findUniqueOrThrow({ where: { id: productId } })).status
    await holdListing({ actor, reportId })
    expect(await status()).toBe('paused')
    await expect(pauseListing({ actor: seller, productId, to: 'on_sale' })).rejects.toMatchObject({
      key: 'reports.held',
    })
    await expect(
      prisma.product.update({ where: { id: productId }, data: { status: 'on_sale' } }),
    ).rejects.toThrow('held by a report')
    const last = { answer: '查过了。', reason: '底稿早于来稿。' }
    await closeReport({ actor, reportId, outcome: 'dismissed', ...last })
    await pauseListing({ actor: seller, productId, to: 'on_sale' })
    expect(await status()).toBe('on_sale')
    await expect(closeReport({ actor, reportId, outcome: 'upheld', ...last })).rejects.toMatchObject({
      key: 'reports.isClosed',
    })
    await expect(answerAsSeller({ actor: seller, reportId, answer: '晚了' })).rejects.toMatchObject({
      status: 409,
    })
    await expect(owner.report.update({ where: { id: reportId }, data: { answer: '改口' } })).rejects.toThrow(
      'stays as it is',
    )
    const acts = await owner.auditEvent.findMany({ where: { subjectId: reportId }, orderBy: { id: 'asc' } })
    expect(acts.map(({ action }) => action)).toEqual(['report.piece_held', 'report.closed'])
  })

  it('takes the piece off when it was so, also where nobody held it, and both sides read the decision', async () => {
    const { actor, seller, reportId, piece, link } = await buildNotice()
    await closeReport({ actor, reportId, outcome: 'upheld', answer: '两份稿子一样。', reason: '看了底稿。' })
    const { productId } = piece
    expect(await owner.product.findUniqueOrThrow({ where: { id: productId } })).toMatchObject({
      status: 'paused',
    })
    await expect(pauseListing({ actor: seller, productId, to: 'on_sale' })).rejects.toMatchObject({
      key: 'reports.held',
    })
    expect(await findSellerReports({ actor: seller })).toMatchObject([
      { decision: '两份稿子一样。', outcome: 'upheld', isHeld: true },
    ])
    expect(await getFollowedReport(link)).toMatchObject({ answer: '两份稿子一样。', outcome: 'upheld' })
  })

  it('takes the piece off also when it is put back on sale in the same moment', async () => {
    for (const act of ['hold', 'close'] as const) {
      const { actor, reportId, piece } = await buildNotice()
      const where = { id: piece.productId }
      await owner.product.update({ where, data: { status: 'paused' } })
      const { done } = await owner.$transaction(async (tx) => {
        await tx.product.update({ where, data: { status: 'on_sale' } })
        const done =
          act === 'hold'
            ? holdListing({ actor, reportId })
            : closeReport({ actor, reportId, outcome: 'upheld', answer: '一样。', reason: '看了底稿。' })
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 400))])
        return { done }
      })
      await done
      expect([act, await owner.product.findUniqueOrThrow({ where })]).toMatchObject([
        act,
        { status: 'paused' },
      ])
    }
  })

  it('keeps what was written for one side from the other, and says of no piece that nobody held that it may not be sold', async () => {
    const { actor, seller, reportId, link } = await buildNotice()
    const at = new Date()
    await owner.report.update({
      where: { id: reportId },
      data: { sellerAnswer: '只说给联络员。', sellerAnsweredAt: at },
    })
    expect(await getFollowedReport(link)).toMatchObject({ sellerAnswer: null, sellerAnsweredOn: null })
    expect((await getReport({ actor, reportId })).sellerAnswer).toBe('只说给联络员。')
    const decided = {
      outcome: 'upheld',
      closedAt: at,
      closedById: actor.userId,
      closeReason: '看了底稿。',
    } as const
    await owner.report.update({
      where: { id: reportId },
      data: { ...decided, answer: '只写给交的人。', answeredAt: at },
    })
    expect(await findSellerReports({ actor: seller })).toMatchObject([
      { answer: '只说给联络员。', decision: null, outcome: 'upheld', isHeld: false },
    ])
    expect(await getFollowedReport(link)).toMatchObject({ answer: '只写给交的人。', sellerAnswer: null })
  })

  it('shows who handed it in, and the files, only to her region and with an entry in the audit', async () => {
    const { actor, reportId } = await buildNotice()
    const elsewhere = await buildActor({ role: 'coordinator', region: '620121' })
    const [file] = await owner.reportEvidence.findMany({ where: { reportId } })
    const attachmentId = file?.attachmentId ?? ''
    await expect(openReportContact({ actor: elsewhere, reportId })).rejects.toMatchObject({ status: 404 })
    await expect(openReportEvidence({ actor: elsewhere, reportId, attachmentId })).rejects.toMatchObject({
      status: 404,
    })
    const another = await buildNotice()
    await expect(
      openReportEvidence({ actor, reportId: another.reportId, attachmentId }),
    ).rejects.toMatchObject({ status: 404 })
    expect(await openReportContact({ actor, reportId })).toEqual({
      name: '林画师',
      contact: 'canary@example.org',
    })
    expect((await openReportEvidence({ actor, reportId, attachmentId })).contentType).toBe('image/png')
    const acts = await owner.auditEvent.findMany({
      where: { actorUserId: actor.userId },
      orderBy: { id: 'asc' },
    })
    expect(acts.map(({ action }) => action)).toEqual(['report.contact_opened', 'attachment.opened'])
  })
})

describe('any report', () => {
  const other = () => ReportForm.parse({ kind: 'other', words: '页面打不开。', contact: '13800001276' })

  it('without a place is the administration’s', async () => {
    const { number } = await create(other())
    const admin = await buildActor({ role: 'admin' })
    expect((await findReports({ actor: admin, locale: 'en' })).open.rows.map((one) => one.number)).toContain(
      number,
    )
    const city = await buildActor({ role: 'coordinator', region: '62' })
    expect(
      (await findReports({ actor: city, locale: 'en' })).open.rows.map((one) => one.number),
    ).not.toContain(number)
  })

  it('is capped by network address, keeps nothing that is no picture, and no more than three files', async () => {
    const address = nextAddress()
    await expect(create(other(), [Buffer.from('hello')], address)).rejects.toMatchObject({
      field: 'evidence',
    })
    await expect(create(other(), [png, png, png, png], address)).rejects.toMatchObject({
      key: 'reports.tooManyFiles',
    })
    for (let made = 0; made < mostPerDay; made += 1) await create(other(), [], address)
    await expect(create(other(), [], address)).rejects.toMatchObject({ key: 'reports.dayFull', status: 429 })
    await create(other())
  })

  it('asks of a notice of copying a name, the own work, the declaration and the piece; of all a contact', () => {
    const faults = (fields: object) =>
      ReportForm.safeParse({ words: '说明一下情况', contact: '13800001276', ...fields }).error?.issues.map(
        ({ path }) => path[0],
      ) ?? []
    expect(faults({ kind: 'copied_design' }).sort()).toEqual(['declares', 'kind', 'name', 'ownWork'])
    expect(faults({ kind: 'goods' })).toEqual([])
    expect(faults({ kind: 'goods', contact: '张三家' })).toEqual(['contact'])
  })
})

describe('somebody who answered for the seller', () => {
  it('decides nothing about it: a colleague does', async () => {
    const { actor, sellerId, reportId } = await buildNotice()
    await owner.mandate.create({
      data: {
        sellerId,
        agentPersonId: actor.personId,
        agentKind: 'coordinator',
        scope: ['messages'],
        capBps: 0,
        ...mandateDays(),
        consentMeans: 'code',
        signedByPrincipalAt: new Date(),
        signedByAgentAt: new Date(),
      },
    })
    await answerAsSeller({
      actor: { ...actor, role: 'agent', sellerIds: [sellerId] },
      reportId,
      answer: '不是照着画的。',
    })
    const closing = { reportId, outcome: 'dismissed', answer: '查过了。', reason: '两份稿子不一样' } as const
    for (const deed of [() => closeReport({ actor, ...closing }), () => holdListing({ actor, reportId })])
      await expect(deed()).rejects.toMatchObject({ key: 'reports.ownCase', status: 409 })
    await expect(
      owner.report.update({
        where: { id: reportId },
        data: {
          outcome: 'dismissed',
          closedAt: new Date(),
          closedById: actor.userId,
          closeReason: '自己定',
          answer: '好',
        },
      }),
    ).rejects.toThrow(/her own answer/)
    const colleague = await buildActor({ role: 'coordinator', region: '620123' })
    await closeReport({ actor: colleague, ...closing })
  })
})
