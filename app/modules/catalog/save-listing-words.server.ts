import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import type { ListingWords } from './listing-forms'
import { lockDraft, writeContent } from './lock-revision.server'

/**
 * Keeps the words of her draft, complete or not. Refuses an unknown craft, a draft that is being read, and (409) words over another page's words:
 * `version` is what she saw.
 */
export async function saveListingWords({
  actor,
  productId,
  version,
  words,
}: {
  actor: Actor
  productId: string
  version: number
  /** without `attributes`, what her craft asks stays as it stands */
  words: Omit<ListingWords, 'attributes'> & Partial<Pick<ListingWords, 'attributes'>>
}): Promise<void> {
  await inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    if (words.craftCode !== null) {
      const known = await tx.craft.count({ where: { code: words.craftCode } })
      if (known === 0) throw new Refusal('errors.badChoice', 422, {}, 'craftCode')
    }
    const { material, colour, occasion, weightGrams = draft.content.weightGrams, ...rest } = words
    const ticked = { materialCodes: material, colourCodes: colour, occasionCodes: occasion }
    await writeContent(tx, {
      actor,
      draft,
      version,
      content: { ...draft.content, ...rest, ...ticked, weightGrams },
    })
  })
}
