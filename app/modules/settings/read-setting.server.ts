import { prisma, type Tx } from '~/platform/db/prisma.server'
import { type SettingKey, settings } from './settings'

/** The value of a setting at the shop's present time. A row that does not fit its schema is a fault, not a default. */
export async function readSetting(key: SettingKey, tx: Tx = prisma): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM "Setting" WHERE key = ${key} AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  const { schema, value } = settings[key]
  return row ? schema.parse(row.value) : value
}
