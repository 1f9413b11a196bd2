import { Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
import { settingOf, settingSql } from './setting-sql.server'
import { TransferAccount } from './transfer-account'

/**
 * The account that buyers may transfer to at the shop's present time; null while the operator has named none: then nobody is offered to pay by transfer. A row that does not
 * fit is a fault, never an account that money is sent to.
 */
export async function findTransferAccount(tx: Tx = prisma): Promise<TransferAccount | null> {
  const [row] = await tx.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM "Setting" WHERE key = 'payments.transferAccount' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  return row ? TransferAccount.parse(row.value) : null
}

/** Whether buyers may choose to pay by transfer now: an account is named, and it is not switched off. */
export async function areTransfersTaken(tx: Tx = prisma): Promise<boolean> {
  const [row] = await tx.$queryRaw<ReadTransfers[]>`SELECT ${transfersSql}`
  return row !== undefined && areTaken(row)
}

/** What it is told by, columns of another statement. */
export const transfersSql = Prisma.sql`EXISTS (SELECT 1 FROM "Setting" WHERE key = 'payments.transferAccount' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())) AS "hasAccount",
  ${settingSql('features.transfers')} AS "transfersOn"`

/** What transfersSql gives. */
export type ReadTransfers = { hasAccount: boolean; transfersOn: string | null }

export function areTaken({ hasAccount, transfersOn }: ReadTransfers): boolean {
  return hasAccount && settingOf('features.transfers', transfersOn) === 1
}
