import { redirect } from '@remix-run/node'
import { findRate } from '~/modules/rates/find-rate.server'
import { currencyAmong } from './price-words'
import {
  cleanWords,
  type ProductQuery,
  queryNames,
  readProductQuery,
  writeProductQuery,
} from './product-query'

/**
 * Reads the query of a list's address (readProductQuery); a price that was typed in another currency is estimated by the rate of the day, where there is one. A price that was pressed leads on to the
 * address that has it as the fields do.
 */
export async function readListQuery({ pathname, searchParams: search }: URL): Promise<ProductQuery> {
  const currency = currencyAmong(cleanWords(search.get(queryNames.q) ?? ''))
  const query = readProductQuery(search, currency && (await findRate(currency)))
  if (search.has(queryNames.band)) throw redirect(pathname + writeProductQuery(query))
  return query
}
