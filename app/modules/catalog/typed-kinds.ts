import type { TypedKind } from './listing-forms'
import type { ListingOption } from './schema'

/**
 * The kinds of a draft with what was typed into their rows; `without` is taken out, and so is a row in which nothing stands. A row that the form did not bring stays as it is, a row that
 * the draft does not have is left out.
 */
export function typedKinds(
  kinds: readonly ListingOption[],
  typed: readonly TypedKind[],
  without: string | null = null,
): ListingOption[] {
  return kinds.flatMap((kind) => {
    if (kind.variantId === without) return []
    const own = typed.find(({ variantId }) => variantId === kind.variantId)
    if (!own) return [kind]
    const { price: priceFen, ...row } = own
    const isEmpty =
      [row.nameZh, row.nameEn, priceFen ?? '', row.stock ?? '', row.makeDays ?? ''].join('') === ''
    return isEmpty ? [] : [{ ...row, priceFen }]
  })
}
