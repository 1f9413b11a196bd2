import { Prisma, prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** What somebody may be asked to agree to: each is agreed to alone, never with something else. */
export type ConsentKind =
  | 'account_in_other_name'
  | 'payment_abroad'
  | 'payout_abroad'
  | 'seller_agreement'
  | 'exempt_household'
  | 'exempt_small'
  | 'public_name'
  | 'public_story'
  | 'public_photo'
  | 'public_voice'

/** A version of such a text as it is shown. Its id stands for what she read. */
export type ConsentText = { id: string; title: string; body: string }

/** The newest version that is in force, in her language, else in Chinese. Null before there is one. */
export async function findText(
  kind: ConsentKind,
  locale: Locale,
  tx: Tx = prisma,
): Promise<ConsentText | null> {
  const [row] = await tx.$queryRaw<{ text: ConsentText | null }[]>`SELECT ${textSql(kind, locale)} AS text`
  return row?.text ?? null
}

/** The same as a part of another statement. */
export function textSql(kind: ConsentKind, locale: Locale): Prisma.Sql {
  return Prisma.sql`(SELECT jsonb_build_object('id', id, 'title', title, 'body', body) FROM "TextVersion"
    WHERE kind = ${kind} AND "validFrom" <= app_now() AND locale IN (${locale}, 'zh-CN') ORDER BY version DESC, locale = ${locale} DESC LIMIT 1)`
}

/** The same of a text that the database has had since it asks for the consent. */
export async function getText(
  kind: Exclude<ConsentKind, 'account_in_other_name'>,
  locale: Locale,
): Promise<ConsentText> {
  const text = await findText(kind, locale)
  if (!text) throw new Error(`the text ${kind} is missing`)
  return text
}

/** Whether a text that she was shown is the version in force, in whatever language. */
export async function isTextInForce(tx: Tx, kind: ConsentKind, textId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { isNewest: boolean }[]
  >`SELECT ${isTextInForceSql(kind, textId)} AS "isNewest"`
  return row?.isNewest === true
}

/** The same as a part of another statement; false for no text. */
export function isTextInForceSql(kind: ConsentKind, textId: string | null): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "TextVersion" WHERE id = ${textId}::uuid AND kind = ${kind}
    AND version = (SELECT max(version) FROM "TextVersion" WHERE kind = ${kind} AND "validFrom" <= app_now()))`
}
