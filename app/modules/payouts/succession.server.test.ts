import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { attachmentName } from '~/modules/attachments/attachment-place.server'
import { openAttachment } from '~/modules/attachments/open-attachment.server'
import { findBalance } from '~/modules/ledger/find-balance.server'
import { prisma } from '~/platform/db/prisma.server'
import { storage } from '~/platform/storage/storage.server'
import { owner } from '../../../tests/fixtures/owner'
import {
  accountsBelowZero,
  book,
  buildFinance,
  buildOwedSeller,
  ledgerTotals,
  owedTo,
  preparedBatch,
} from '../../../tests/fixtures/payouts'
import { buildGround, buildPerson } from '../../../tests/fixtures/world'
import { cancelBatch } from './cancel-batch.server'
import { decideSuccession } from './decide-succession.server'
import { findSucceedable } from './find-succeedable.server'
import { findSuccessions } from './find-successions.server'
import { proposeSuccession } from './propose-succession.server'

let paper: Buffer
beforeAll(async () => {
  await buildGround()
  paper = await sharp(randomBytes(64 * 64 * 3), { raw: { width: 64, height: 64, channels: 3 } })
    .png()
    .toBuffer()
})

let phones = 13_600_000_000

async function proposal(party: { sellerId: string } | { personId: string }) {
  phones += 1
  return {
    partyId: (await owner.party.findUniqueOrThrow({ where: party })).id,
    heirName: '示例继承人',
    heirPhone: String(phones),
    relation: 'child' as const,
    note: '公证书在档案室',
    evidence: new Uint8Array(paper),
  }
}

async function proposed() {
  const { preparer, approver } = await buildFinance()
  const seller = await buildOwedSeller()
  await proposeSuccession({ actor: preparer, ...(await proposal({ sellerId: seller.sellerId })) })
  const succession = await owner.succession.findFirstOrThrow({
    where: { party: { sellerId: seller.sellerId } },
  })
  return { ...seller, preparer, approver, succession }
}

describe('the balance of a maker who has died', () => {
  it('passes to her heir when another person approves, and her cards are closed', async () => {
    const { sellerId, owedFen, preparer, approver, succession } = await proposed()
    const decide = (actor: typeof preparer) =>
      decideSuccession({ actor, successionId: succession.id, isApproved: true })
    await expect(decide(preparer)).rejects.toMatchObject({ key: 'payout.successionOwn' })
    expect(await owedTo(sellerId)).toBe(owedFen)
    await Promise.all([decide(approver), decide(approver)])
    expect(await owedTo(sellerId)).toBe(0n)
    const heirs = await findBalance(prisma, { personId: succession.heirPersonId, kind: 'payable' })
    expect(-heirs).toBe(owedFen)
    expect(await owner.bankAccount.count({ where: { party: { sellerId }, closedAt: null } })).toBe(0)
    expect(await owner.succession.findUniqueOrThrow({ where: { id: succession.id } })).toMatchObject({
      state: 'approved',
      amountFen: owedFen,
      decidedById: approver.userId,
    })
    expect(await ledgerTotals()).toEqual([0n])
    expect(await accountsBelowZero()).toEqual([])
    await expect(
      decideSuccession({ actor: approver, successionId: succession.id, isApproved: false }),
    ).rejects.toMatchObject({ key: 'payout.successionDecided' })
  })

  it('stays while a payment of hers is in a batch, and when it is refused', async () => {
    const { sellerId, owedFen, preparer, approver, succession } = await proposed()
    const { batchId } = await preparedBatch(preparer)
    const decide = (isApproved: boolean) =>
      decideSuccession({ actor: approver, successionId: succession.id, isApproved })
    await expect(decide(true)).rejects.toMatchObject({ key: 'payout.successionInBatch' })
    await cancelBatch({ actor: preparer, batchId, reason: '试试' })
    await decide(false)
    expect(await owedTo(sellerId)).toBe(owedFen)
    expect(await owner.bankAccount.count({ where: { party: { sellerId }, closedAt: null } })).toBe(1)
  })

  it('is proposed once at a time, with a paper that is one', async () => {
    const { sellerId, preparer } = await proposed()
    const again = await proposal({ sellerId })
    await expect(proposeSuccession({ actor: preparer, ...again })).rejects.toMatchObject({
      key: 'payout.successionOpen',
    })
    const other = await buildOwedSeller()
    const text = new TextEncoder().encode('<html>证明</html>')
    await expect(
      proposeSuccession({
        actor: preparer,
        ...(await proposal({ sellerId: other.sellerId })),
        evidence: text,
      }),
    ).rejects.toMatchObject({ key: 'attachment.badType', field: 'evidence' })
    expect(await owner.succession.count({ where: { party: { sellerId: other.sellerId } } })).toBe(0)
  })

  it('may stand in her own name, as what was kept for her when her shop went on with another', async () => {
    const { preparer, approver } = await buildFinance()
    const { personId } = await buildPerson({ village: null, name: '示例原店主' })
    await book({ personId }, 'payable', 3_800n)
    const { partyId, ...rest } = await proposal({ personId })
    expect(await findSucceedable()).toContainEqual({
      ...{ partyId, nameZh: '示例原店主', nameEn: '示例原店主', isPerson: true },
    })
    await proposeSuccession({ actor: preparer, partyId, ...rest })
    const [row] = (await findSuccessions({ actor: approver })).rows
    expect(row).toMatchObject({ nameZh: '示例原店主', state: 'proposed', isOwn: false })
    await decideSuccession({ actor: approver, successionId: row?.id ?? '', isApproved: true })
    expect(await findBalance(prisma, { personId, kind: 'payable' })).toBe(0n)
    expect((await findSuccessions({ actor: approver })).rows).toContainEqual(
      expect.objectContaining({ id: row?.id, state: 'approved', amountFen: 3_800 }),
    )
  })

  it('keeps its evidence sealed, and writes down who opened it', async () => {
    const { approver, succession } = await proposed()
    const { attachmentId } = succession
    const stored = await storage.readAll(attachmentName(attachmentId))
    expect(stored?.includes(paper.subarray(0, 16))).toBe(false)
    const opened = await openAttachment({ actor: approver, attachmentId })
    expect(opened.contentType).toBe('image/png')
    expect(opened.bytes.equals(paper)).toBe(true)
    expect(
      await owner.auditEvent.count({
        where: { action: 'attachment.opened', subjectId: attachmentId, actorUserId: approver.userId },
      }),
    ).toBe(1)
  })
})
