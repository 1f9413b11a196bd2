import { findRate } from '~/modules/rates/find-rate.server'
import { currencyAmong } from './price-words'
import { cleanWords, type ProductQuery, queryNames, readProductQuery } from './product-query'

/** Reads the query of an address (readProductQuery); a price that was typed in another currency is estimated by the rate of the day, where there is one. */
export async function readListQuery(search: URLSearchParams): Promise<ProductQuery> {
  const currency = currencyAmong(cleanWords(search.get(queryNames.q) ?? ''))
  return readProductQuery(search, currency && (await findRate(currency)))
}
