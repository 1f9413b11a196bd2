import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { type DestinationView, destinationView } from './destination-view'
import { problemWords, serviceWords } from './problem-words'
import { type AbroadGoods, type AbroadTerms, sendAbroad } from './send-abroad'

/** One piece in a parcel of its own on its way abroad: what it costs and how it goes, or why it cannot. */
export type PieceAbroad = {
  destination: DestinationView
  postage: { fen: bigint; sentBy: string } | null
  problem: string | null
}

export function pieceAbroad(goods: AbroadGoods, terms: AbroadTerms, locale: Locale): PieceAbroad {
  const t = translator(locale)
  const { problems, quote } = sendAbroad([goods], terms)
  const [problem] = problems
  return {
    destination: destinationView(terms.country, locale),
    postage: quote && { fen: quote.postageFen, sentBy: serviceWords(quote, t) },
    problem: problem ? problemWords(problem, t, locale) : null,
  }
}
