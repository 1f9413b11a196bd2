import { type Cursor, pageSize, type Turn, type TurnPrefix, writeTurn } from './product-query'

/** A page of a list and how its neighbours are turned to: null before the first and behind the last. `page` is its number to the reader; null where her address does not say. */
export type TurnedPage<Row> = {
  shown: Row[]
  page: number | null
  previous: Turn | 'first' | null
  next: Turn | null
}

/** Of what was found behind or before a cursor, one more than a page holds, what stands on it. The page before the second is the first, whatever was hung in front of it meanwhile. */
export function turnedPage<Row extends Cursor>(turn: Turn | null, found: readonly Row[]): TurnedPage<Row> {
  const isBack = turn?.isBack ?? false
  const isCut = found.length > pageSize
  const shown = isBack ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize)
  const page = turn === null || (isBack && !isCut) ? 1 : turn.page
  const [first, last] = [shown[0], shown.at(-1)]
  const turned = ({ key, id }: Cursor, by: 1 | -1): Turn => ({
    from: { key, id },
    isBack: by < 0,
    page: page === null ? null : page + by,
  })
  const before = first && page !== 2 ? turned(first, -1) : 'first'
  return {
    shown,
    page,
    previous: page === 1 ? null : before,
    next: last && (isBack || isCut) ? turned(last, 1) : null,
  }
}

/** The addresses by which a list is paged through; `address` is that of the list with such a query. */
export function turnAddresses(
  { page, previous, next }: Omit<TurnedPage<never>, 'shown'>,
  address: (query: Record<string, string>) => string,
  prefix: TurnPrefix = '',
) {
  const at = (turn: Turn | 'first' | null) =>
    turn && address(writeTurn(turn === 'first' ? null : turn, prefix))
  return { page, first: address({}), previous: at(previous), next: at(next) }
}
