import { prisma } from '~/platform/db/prisma.server'
import type { NumberTyped } from './schema'
import { setCartQuantity } from './set-cart-quantity.server'

/**
 * Takes over the numbers that were typed into the basket, and says whether there were any. A line that another tab took out since is left out, and a number that was not typed over leaves what another tab
 * made of it. Refuses more than there is beside the first such field; those before it are changed then.
 */
export async function setCartQuantities(cartId: string, lines: readonly NumberTyped[]): Promise<boolean> {
  const typed = lines.flatMap(({ shown, ...line }, at) =>
    shown === String(line.quantity) ? [] : [{ ...line, field: `lines[${at}].quantity` }],
  )
  if (typed.length === 0) return false
  const held = await prisma.cartLine.findMany({
    where: { cartId },
    select: { variantId: true, answersKey: true },
  })
  for (const line of typed) {
    const isHeld = held.some(
      ({ variantId, answersKey }) => variantId === line.variantId && answersKey === line.answersKey,
    )
    if (isHeld) await setCartQuantity({ cartId, ...line })
  }
  return true
}
