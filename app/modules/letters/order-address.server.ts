import { findOrderSecret } from '~/modules/orders/order-secret.server'
import { paths } from '~/paths'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { type Locale, localPath } from '~/platform/i18n/locale'

/** The link in a letter: it opens the order while its secret is known, else it asks for the code. */
export async function orderAddress(
  tx: Tx,
  { orderId, number, locale }: { orderId: string; number: string; locale: Locale },
): Promise<string> {
  const secret = await findOrderSecret(tx, orderId)
  const path = secret === null ? paths.order({ number }) : paths.orderLink({ number, secret })
  return publicOrigin() + localPath(locale, path)
}
