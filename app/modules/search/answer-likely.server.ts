import { json } from '@remix-run/node'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { Refusal } from '~/platform/errors'
import { answer } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findLikelyPieces } from './find-likely-pieces.server'
import { wholeRows } from './whole-rows'

const shown = 8

type Asked = {
  request: Request
  context: { clientAddress: string }
  /** the part of the address that names what is looked for */
  words: string
}

/** Like `answer`, for a page that is named by words: where it is not there (404), the error boundary also gets the pieces that they may have meant. */
export async function answerLikely<T>(
  { request, context, words }: Asked,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 404))
      return answer(request, () => Promise.reject(error))
    await limitSearches(request, context)
    const locale = requestLocale(request)
    const message = translator(locale)(error.key, error.params)
    const { pieces, likeness } = await findLikelyPieces(words, locale, shown)
    throw json({ message, likely: { pieces: wholeRows(pieces), likeness } }, 404)
  }
}
