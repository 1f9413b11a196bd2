import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { findReviewedProduct } from './find-reviewed-product.server'
import type { CustomsEntryInput } from './schema'

/** What customs are told of a piece: its own words where it has some, else those of its craft. */
export type CustomsEntryView = { own: CustomsEntryInput | null; ofCraft: CustomsEntryInput | null }

/** For the desk: a listing of another region is not found. */
export function findCustomsEntry(input: { actor: Actor; revisionId: string }): Promise<CustomsEntryView> {
  return inScope(input.actor, async (tx) => {
    const { customs, craft } = await findReviewedProduct(tx, input)
    return { own: customs, ofCraft: craft.customs[0] ?? null }
  })
}
