import type { Actor } from '~/modules/auth/actor'
import { findActor } from '~/modules/auth/find-actor.server'
import { findCartCount } from '~/modules/cart/find-cart-count.server'
import { findMarks } from '~/modules/favourites/find-marks.server'
import { readVisitor, type VisitorProof } from '~/modules/favourites/visitor-cookie.server'
import type { Workplace } from '~/modules/search/account-link'
import type { Marks } from '~/modules/search/components/marks'
import { isKnownVisitor } from '~/platform/http/visitor-cookies'

/** What is true of one visitor on every page of the shop. */
export type Visit = {
  visitor: VisitorProof
  /** her browser brings something by which she may be known */
  isKnown: boolean
  /** pieces in the basket */
  basketCount: number
  marks: Marks
  workplace: Workplace
}

/** Nothing is asked for a stranger. */
export async function findVisit(request: Request): Promise<Visit> {
  const actor = await findActor(request)
  const visitor = await readVisitor(request, actor)
  const [basketCount, marks] = await Promise.all([findCartCount(request), findMarks(visitor)])
  return {
    visitor,
    isKnown: isKnownVisitor(request.headers.get('Cookie') ?? ''),
    basketCount,
    marks,
    workplace: actor ? workplaceOf(actor) : null,
  }
}

function workplaceOf({ roles }: Actor): Workplace {
  if (roles.some((role) => role === 'artisan' || role === 'broker')) return 'studio'
  return roles.some((role) => role !== 'buyer') ? 'desk' : 'account'
}
