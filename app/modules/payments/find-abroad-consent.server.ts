import { type ConsentText, getText } from '~/modules/settings/find-text.server'
import { Prisma, prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'

/** What the buyer of an order agreed to, and when: columns of its payments. */
export type AbroadConsent = { abroadTextId: string; abroadAgreedAt: Date }

/** What she agreed to for an order that a statement names, if it is the version in force: one row. None where she is asked (again). */
export function abroadConsentSql(orderId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT p."abroadTextId", p."abroadAgreedAt"
    FROM "Payment" p JOIN "OrderDue" d ON d.id = p."dueId" JOIN "TextVersion" t ON t.id = p."abroadTextId"
    WHERE d."orderId" = ${orderId}
      AND t.version = (SELECT max(version) FROM "TextVersion" WHERE kind = 'payment_abroad' AND "validFrom" <= app_now())
    ORDER BY p."abroadAgreedAt" LIMIT 1`
}

/** The text that she has to agree to before she can go on to pay this order; null when she has. */
export async function findTextToAgree({
  orderId,
  locale,
}: {
  orderId: string
  locale: Locale
}): Promise<ConsentText | null> {
  const [given] = await prisma.$queryRaw<AbroadConsent[]>(abroadConsentSql(Prisma.sql`${orderId}::uuid`))
  return given ? null : getText('payment_abroad', locale)
}
