import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { prisma } from '~/platform/db/prisma.server'
import { seal } from '~/platform/secrets/envelope.server'
import { owner } from '../../../tests/fixtures/owner'
import { buildFinance, buildOwedSeller, preparedBatch } from '../../../tests/fixtures/payouts'
import { buildGround } from '../../../tests/fixtures/world'
import { approveBatch } from './approve-batch.server'
import { getBankFile } from './get-bank-file.server'
import { getBatch } from './get-batch.server'

beforeAll(buildGround)

describe('the bank file of a batch', () => {
  it('opens the accounts, keeps its bytes, and writes down who took it', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller({ number: '6217000098765433306' })
    const { batchId } = await preparedBatch(preparer)
    await expect(getBankFile({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.fileNotYet',
    })
    await approveBatch({ actor: approver, batchId })
    const first = await getBankFile({ actor: approver, batchId })
    const second = await getBankFile({ actor: preparer, batchId })
    expect(second.bytes.equals(first.bytes)).toBe(true)
    expect(first.checksum).toBe(createHash('sha256').update(first.bytes).digest('hex'))
    const table: string[][] = parse(first.bytes, { bom: true })
    expect(table).toHaveLength(3)
    expect(table[1]?.slice(1, 5)).toEqual([
      '示例',
      '\t6217000098765433306',
      '示例银行',
      `${seller.owedFen / 100n}.${String(seller.owedFen % 100n).padStart(2, '0')}`,
    ])
    const page = await getBatch({ actor: approver, batchId })
    expect(page.fileChecksum).toBe(first.checksum)
    expect(page.lines).toMatchObject([{ card: { last4: '3306' } }])
    expect(JSON.stringify(page)).not.toContain('98765433306')
    const downloads = await owner.auditEvent.findMany({
      where: { action: 'payout.file_downloaded', subjectId: batchId },
      orderBy: { id: 'asc' },
    })
    expect(downloads.map(({ actorUserId }) => actorUserId)).toEqual([approver.userId, preparer.userId])
    expect(JSON.stringify(downloads.map(({ detail }) => detail))).not.toContain('6217')
  })

  it('is not handed out when it would differ from the first one', async () => {
    const { preparer, approver } = await buildFinance()
    const seller = await buildOwedSeller()
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    await getBankFile({ actor: approver, batchId })
    const id = seller.bankAccountId ?? ''
    await owner.bankAccount.update({
      where: { id },
      data: {
        numberCipher: seal(seller.person.key, '6217000000000000', {
          table: 'BankAccount',
          column: 'numberCipher',
          row: id,
        }),
      },
    })
    await expect(getBankFile({ actor: approver, batchId })).rejects.toMatchObject({
      key: 'payout.fileChanged',
    })
  })

  it('does not open a cipher that was moved from another account', async () => {
    const { preparer, approver } = await buildFinance()
    const [one, other] = [await buildOwedSeller(), await buildOwedSeller({ number: '6217000000001111' })]
    const { batchId } = await preparedBatch(preparer)
    await approveBatch({ actor: approver, batchId })
    const stolen = await owner.bankAccount.findUniqueOrThrow({ where: { id: other.bankAccountId ?? '' } })
    await owner.bankAccount.update({
      where: { id: one.bankAccountId ?? '' },
      data: { numberCipher: stolen.numberCipher, keyId: stolen.keyId },
    })
    await expect(getBankFile({ actor: approver, batchId })).rejects.toThrow()
  })

  it('lies behind a wall: without the job nobody sees a bank account', async () => {
    expect(await prisma.bankAccount.count()).toBe(0)
  })
})
