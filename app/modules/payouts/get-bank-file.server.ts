import { createHash } from 'node:crypto'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { openDataKey, unseal } from '~/platform/secrets/envelope.server'
import { writeBankFile } from './bank-file'
import { type BankFileLine, bankTemplateOf } from './bank-templates'
import { fileNote } from './batch-notes'
import { lockBatch } from './lock-batch.server'

export type BankFile = { name: string; contentType: string; bytes: Buffer; checksum: string }

/**
 * The bank file of an approved batch: the only place where account numbers and holders are opened. The first download fixes its SHA-256; later ones give the same
 * bytes or are refused. Each download is written into the batch's story and the audit. Refuses a batch that is not approved or is no bank's.
 */
export function getBankFile({ actor, batchId }: { actor: Actor; batchId: string }): Promise<BankFile> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch.rail !== 'bank_file') throw new Refusal('payout.noBankFile', 409)
    if (batch.state !== 'approved' && batch.state !== 'settled') throw new Refusal('payout.fileNotYet', 409)
    const template = bankTemplateOf(batch.template)
    const bytes = writeBankFile({
      template,
      number: batch.number,
      lines: await openLines(tx, batchId),
    })
    const checksum = createHash('sha256').update(bytes).digest('hex')
    if (batch.fileChecksum === null)
      await tx.payoutBatch.update({ where: { id: batchId }, data: { fileChecksum: checksum } })
    else if (batch.fileChecksum !== checksum) throw new Refusal('payout.fileChanged', 409)
    await tx.payoutEvent.create({
      data: { batchId, state: batch.state, actorUserId: actor.userId, note: fileNote },
    })
    await recordAudit(tx, {
      actor,
      action: 'payout.file_downloaded',
      subject: { type: 'PayoutBatch', id: batchId },
      detail: { checksum, lines: batch.lineCount },
    })
    const contentType = `text/${template.extension === 'csv' ? 'csv' : 'plain'}; charset=${template.encoding === 'gb18030' ? 'gb18030' : 'utf-8'}`
    const name = `qiaoshou-payout-${batch.number}.${template.extension}`
    return { name, contentType, bytes, checksum }
  })
}

async function openLines(tx: Tx, batchId: string): Promise<BankFileLine[]> {
  const lines = await tx.payoutLine.findMany({
    where: { batchId },
    orderBy: { seq: 'asc' },
    select: {
      seq: true,
      amountFen: true,
      bankAccount: {
        select: { id: true, keyId: true, bankName: true, holderCipher: true, numberCipher: true },
      },
    },
  })
  const opened: BankFileLine[] = []
  for (const { seq, amountFen, bankAccount } of lines) {
    if (!bankAccount) throw new Error('a line of a bank file names a bank account')
    const key = await openDataKey(tx, bankAccount.keyId)
    const place = (column: string) => ({ table: 'BankAccount', column, row: bankAccount.id })
    opened.push({
      seq,
      amountFen,
      bankName: bankAccount.bankName,
      holder: unseal(key, bankAccount.holderCipher, place('holderCipher')),
      accountNumber: unseal(key, bankAccount.numberCipher, place('numberCipher')),
    })
  }
  return opened
}
