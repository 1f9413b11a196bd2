import { wishesIn } from '~/modules/abroad/service-wishes'
import { prisma } from '~/platform/db/prisma.server'

/**
 * Keeps with the basket by which services a checkout form wants its parcels to go abroad. Says whether that is otherwise than its page showed: then the new postage has to be seen before
 * anything is placed. Sellers of whom nothing lies in the basket are left out.
 */
export async function keepServices(cartId: string, sent: FormData): Promise<boolean> {
  const wishes = wishesIn(sent)
  if (wishes.length === 0) return sent.has('applyServices')
  await prisma.$executeRaw`
    UPDATE "Cart" c SET services = (
      SELECT coalesce(jsonb_object_agg(w.key, w.value), '{}') FROM jsonb_each(c.services || ${JSON.stringify(Object.fromEntries(wishes))}::jsonb) w
      WHERE w.key IN (SELECT p."sellerId"::text FROM "CartLine" l JOIN "Variant" v ON v.id = l."variantId" JOIN "Product" p ON p.id = v."productId" WHERE l."cartId" = c.id))
    WHERE c.id = ${cartId}::uuid`
  return true
}
