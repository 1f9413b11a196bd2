import { Prisma } from '~/platform/db/prisma.server'
import { type SettingKey, settings } from './settings'

/** The value of a setting at the shop's present time as JSON text, inside another statement: a page that is read often asks no question more. */
export function settingSql(key: SettingKey): Prisma.Sql {
  return Prisma.sql`(SELECT value::text FROM "Setting" WHERE key = ${key} AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now()))`
}

/** What settingSql gave, read; a row that does not fit its schema is a fault, not a default. */
export function settingOf(key: SettingKey, text: string | null): number {
  const { schema, value } = settings[key]
  return text === null ? value : schema.parse(JSON.parse(text))
}
