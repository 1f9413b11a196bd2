import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** Whether she has a shop of her own and none older than ninety days, by the shop's clock: then the studio is large until she says otherwise. Acting for a new shop makes nobody new. */
export async function isNewMaker({ actor }: { actor: Actor }): Promise<boolean> {
  const [row] = await inScope(
    { person: actor.personId },
    (tx) => tx.$queryRaw<{ isNew: boolean | null }[]>`
    SELECT min(s."createdAt") > app_now() - interval '90 days' AS "isNew" FROM "Seller" s JOIN "SellerPerson" p ON p."sellerId" = s.id
    WHERE p."personId" = ${actor.personId}::uuid`,
  )
  return row?.isNew === true
}
