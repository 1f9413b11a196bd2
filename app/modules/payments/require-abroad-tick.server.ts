import { tickedText } from '~/modules/orders/ticked-text'
import { isTextInForce } from '~/modules/settings/find-text.server'
import { prisma } from '~/platform/db/prisma.server'

/** The text under which a buyer ticked that her payment goes to a provider abroad, see tickedText; whether it is in force is asked. */
export async function requireAbroadTick(abroadTextId: string | null): Promise<string> {
  const isInForce = abroadTextId !== null && (await isTextInForce(prisma, 'payment_abroad', abroadTextId))
  return tickedText(abroadTextId, isInForce)
}
