import type { DueState, OrderStatus, PaymentState } from '~/generated/prisma/enums'
import type { OrderToPay } from '~/modules/orders/first-attempt'
import type { LineToPay } from '~/modules/orders/line-to-pay'
import { isTextInForceSql } from '~/modules/settings/find-text.server'
import { Prisma, type Tx } from '~/platform/db/prisma.server'
import { type AbroadConsent, abroadConsentSql } from './find-abroad-consent.server'

/** What an order's buyer has to pay, with all that its payment page is made of. */
export type DueToPay = OrderToPay & {
  dueId: string
  amountFen: bigint
  dueState: DueState
  status: OrderStatus
  payBy: Date
  now: Date
  currency: string
  /** the text that she has just agreed to, if she has, is the one in force */
  isTextInForce: boolean
  /** an attempt was begun under another text than the one that she has just agreed to */
  hasOlder: boolean
}

/** The newest attempt at paying it. */
export type LastAttempt = {
  id: string
  attempt: number
  amountMinor: bigint
  gateway: string
  state: PaymentState
  sessionUrl: string | null
  abroadTextId: string | null
}

type Fen = Record<'priceFen' | 'amountFen' | 'discountFen', string>
type Row = Omit<DueToPay, 'lines'> & {
  lines: (Omit<LineToPay, keyof Fen> & Fen)[]
  last: (Omit<LastAttempt, 'amountMinor'> & { amountMinor: string }) | null
  consentTextId: string | null
  consentAt: Date | null
}

/** Reads it by one statement. `consent` is what she agreed to for it before, if it is the version in force. The caller holds the due. */
export async function readDue(
  tx: Tx,
  orderId: string,
  abroadTextId: string | null,
): Promise<{ order: DueToPay; last: LastAttempt | null; consent: AbroadConsent | null }> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT d.id AS "dueId", d."amountFen", d.state::text AS "dueState", o.status::text AS status, o."payBy", app_now() AS now, o.currency, o.number, o.locale, o."postageFen",
      ${isTextInForceSql('payment_abroad', abroadTextId)} AS "isTextInForce",
      EXISTS (SELECT 1 FROM "Payment" p JOIN "OrderDue" e ON e.id = p."dueId"
        WHERE e."orderId" = o.id AND ${abroadTextId}::uuid IS NOT NULL AND p."abroadTextId" IS DISTINCT FROM ${abroadTextId}::uuid) AS "hasOlder",
      (SELECT count(*)::int FROM "RefusedTry" r JOIN "Payment" p ON p.id = r."paymentId" JOIN "OrderDue" e ON e.id = p."dueId" WHERE e."orderId" = o.id) AS "cardTries",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('titleZh', l."titleZh", 'titleEn', l."titleEn", 'quantity', l.quantity, 'priceFen', l."priceFen"::text,
          'amountFen', l."amountFen"::text, 'discountFen', l."discountFen"::text) ORDER BY l."sellerOrderId", l.id), '[]')
        FROM "OrderLine" l JOIN "SellerOrder" s ON s.id = l."sellerOrderId" WHERE s."orderId" = o.id) AS lines,
      (SELECT jsonb_build_object('id', p.id, 'attempt', p.attempt, 'amountMinor', p."amountMinor"::text, 'gateway', p.gateway, 'state', p.state,
          'sessionUrl', p."sessionUrl", 'abroadTextId', p."abroadTextId")
        FROM "Payment" p WHERE p."dueId" = d.id ORDER BY p.attempt DESC LIMIT 1) AS last,
      consent."abroadTextId" AS "consentTextId", consent."abroadAgreedAt" AS "consentAt"
    FROM "OrderDue" d JOIN "Order" o ON o.id = d."orderId" LEFT JOIN LATERAL (${abroadConsentSql(Prisma.sql`o.id`)}) consent ON true
    WHERE d."orderId" = ${orderId}::uuid AND d.kind = 'full'`
  if (!row) throw new Error('an order without its due')
  const { last, lines, consentTextId, consentAt, ...due } = row
  return {
    order: { ...due, lines: lines.map(lineOf) },
    last: last && { ...last, amountMinor: BigInt(last.amountMinor) },
    consent: consentTextId && consentAt ? { abroadTextId: consentTextId, abroadAgreedAt: consentAt } : null,
  }
}

function lineOf({ priceFen, amountFen, discountFen, ...line }: Row['lines'][number]): LineToPay {
  return {
    ...line,
    priceFen: BigInt(priceFen),
    amountFen: BigInt(amountFen),
    discountFen: BigInt(discountFen),
  }
}
