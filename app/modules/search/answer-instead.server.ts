import { limitSearches } from '~/modules/limits/limit-request.server'
import { asIs } from '~/platform/http/as-is'
import { requestLocale } from '~/platform/i18n/locale'
import { findInstead } from './find-instead.server'

type Asked = {
  request: Request
  context: { clientAddress: string }
  /** whatever stands in the address */
  slug: string
}

/** Answers at an address of a piece that is not there: 410 where it was taken away, 404 where it never was, with what may have been meant. */
export async function answerInstead({ request, context, slug }: Asked) {
  await limitSearches(request, context)
  const instead = await findInstead({ slug, locale: requestLocale(request) })
  return asIs({ page: null, instead }, instead.gone ? 410 : 404)
}
