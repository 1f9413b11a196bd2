import type { Actor } from '~/modules/auth/actor'
import type { Locale } from '~/platform/i18n/locale'
import { findActingChoices } from './find-acting-choices.server'

/** For whom the studio is open now: the one shop that is not her own, or how many of them at once; null while all of it is her own. */
export async function findActing({
  actor,
  locale,
}: {
  actor: Actor
  locale: Locale
}): Promise<{ shop: string | null; count: number } | null> {
  const choices = await findActingChoices({ actor, locale })
  const here = choices.filter(({ sellerId }) => actor.sellerIds.includes(sellerId))
  const [first] = here
  if (!first) return null
  return { shop: actor.sellerIds.length === 1 ? first.name : null, count: here.length }
}
