import type { Tx } from '~/platform/db/prisma.server'
import type { OperationKey } from '~/platform/idempotency/operation'
import { repeatableToken } from '~/platform/secrets/token.server'

/** The secret of an order's link, derived from the operation that placed it and never stored: only who sends her cart's cookie and the form's token again can ask for it. */
export function secretOf({ actorKey, key }: OperationKey): string {
  return repeatableToken('order-link', `${actorKey}|${key}`)
}

/** The same for a letter to whoever placed the order; null when the operation is no longer kept, or her link was changed. */
export async function findOrderSecret(tx: Tx, orderId: string): Promise<string | null> {
  const [operation] = await tx.$queryRaw<OperationKey[]>`
    SELECT key, "actorKey" FROM "IdempotencyKey" WHERE key LIKE 'checkout:%' AND response ->> 'orderId' = ${orderId} LIMIT 1`
  return operation ? secretOf(operation) : null
}
