import { redirect } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { paths } from '~/paths'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { getDraft } from './get-draft.server'
import { type ListingStep, listingSteps } from './listing-limits'
import { stepPath } from './step-paths'

/**
 * Where she goes after a step was saved: back to it when she only kept it or it still lacks something (then the page says what), else on to the next, and from the
 * last to the look over everything.
 */
export async function leaveStep({
  request,
  actor,
  productId,
  step,
  intent,
}: {
  request: Request
  actor: Actor
  productId: string
  step: ListingStep
  intent: 'next' | 'keep'
}): Promise<Response> {
  const locale = requestLocale(request)
  const to = (path: string) => redirect(localPath(locale, path), 303)
  const here = stepPath(step, productId)
  if (intent === 'keep') return to(`${here}?saved`)
  const draft = await getDraft({ actor, productId, locale })
  if (draft?.open.faults.some((fault) => fault.step === step)) return to(`${here}?check`)
  const next = listingSteps[listingSteps.indexOf(step) + 1]
  return to(`${next ? stepPath(next, productId) : paths.studioCheck({ productId })}?done=${step}`)
}
