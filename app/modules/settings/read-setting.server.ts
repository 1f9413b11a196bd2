import { prisma, type Tx } from '~/platform/db/prisma.server'
import { type SettingKey, settings } from './settings'

/** The value of a setting at the shop's present time, or `at` another. A row that does not fit its schema is a fault, not a default. */
export async function readSetting(key: SettingKey, tx: Tx = prisma, at: Date | null = null): Promise<number> {
  const [row] = await tx.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM "Setting" WHERE key = ${key}
      AND "validFrom" <= coalesce(${at}::timestamptz, app_now()) AND ("validTo" IS NULL OR "validTo" > coalesce(${at}::timestamptz, app_now()))`
  const { schema, value } = settings[key]
  return row ? schema.parse(row.value) : value
}
