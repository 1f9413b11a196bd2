import { prisma, type Tx } from '~/platform/db/prisma.server'
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
  const [row] = await tx.$queryRaw<{ account: string | null; isOn: string | null }[]>`
    SELECT (SELECT value::text FROM "Setting" WHERE key = 'payments.transferAccount' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())) AS account,
      ${settingSql('features.transfers')} AS "isOn"`
  return Boolean(row?.account) && settingOf('features.transfers', row?.isOn ?? null) === 1
}
