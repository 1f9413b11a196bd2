import { prisma, type Tx } from '~/platform/db/prisma.server'
import { type SettingKey, settings } from './settings'

/** The value of a setting at the shop's present time, or `at` another. A row that does not fit its schema is a fault, not a default. */
export async function readSetting(key: SettingKey, tx: Tx = prisma, at: Date | null = null): Promise<number> {
  const setting = await readSettings([key], tx, at)
  return setting(key)
}

/** The same of several, by one statement. */
export async function readSettings<Key extends SettingKey>(
  keys: readonly Key[],
  tx: Tx = prisma,
  at: Date | null = null,
): Promise<(key: Key) => number> {
  const rows = await tx.$queryRaw<{ key: string; value: unknown }[]>`
    SELECT key, value FROM "Setting" WHERE key = ANY (${[...keys]}::text[])
      AND "validFrom" <= coalesce(${at}::timestamptz, app_now()) AND ("validTo" IS NULL OR "validTo" > coalesce(${at}::timestamptz, app_now()))`
  return (key) => {
    const row = rows.find((one) => one.key === key)
    const { schema, value } = settings[key]
    return row ? schema.parse(row.value) : value
  }
}
