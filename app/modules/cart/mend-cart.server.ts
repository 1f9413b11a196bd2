import type { z } from 'zod'
import { removeFromCart } from './remove-from-cart.server'
import type { MendForm } from './schema'
import { setCartQuantity } from './set-cart-quantity.server'

/** Puts one line of a basket right: takes it out, or changes its number. Refuses as setCartQuantity. */
export async function mendCart(cartId: string, { mend }: z.output<typeof MendForm>): Promise<void> {
  await (mend.intent === 'set' ? setCartQuantity({ cartId, ...mend }) : removeFromCart({ cartId, ...mend }))
}
