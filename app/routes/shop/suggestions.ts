import type { LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { findSuggestions } from '~/modules/search/find-suggestions.server'
import { cleanWords, queryNames } from '~/modules/search/product-query'
import { requestLocale } from '~/platform/i18n/locale'

/** What may be meant by the letters typed so far, as a list of names: for public/suggest.js. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  await limitSearches(request, context, 'suggestions')
  const { searchParams } = new URL(request.url)
  const words = cleanWords(searchParams.get(queryNames.q) ?? '')
  const names = await findSuggestions(words, requestLocale(request))
  return Response.json(names, { headers: { 'Cache-Control': 'public, max-age=60' } })
}
