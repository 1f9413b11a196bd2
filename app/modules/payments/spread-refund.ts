import { least } from '~/platform/money'

/** What goes back of one parcel: pieces and money of each line, and postage. */
export type Wanted = {
  lines: { orderLineId: string; quantity: number; amountFen: bigint }[]
  postageFen: bigint
}

/** A payment of the order, and what of it has not gone back yet. */
export type Source = { paymentId: string; restFen: bigint }

/** What one payment gives back. */
export type Part = Wanted & { paymentId: string }

/**
 * Spreads what goes back over the payments that brought it (a deposit and its balance), in their order, each up to what is left of it. The pieces of a line go with the last of its
 * money. Together the parts are what was wanted; refuses (RangeError) more than the payments hold.
 */
export function spreadRefund({ lines, postageFen }: Wanted, sources: readonly Source[]): Part[] {
  const left = lines.map((line) => ({ ...line }))
  let postage = postageFen
  const parts: Part[] = []
  for (const { paymentId, restFen } of sources) {
    const part: Part = { paymentId, lines: [], postageFen: 0n }
    let rest = restFen
    for (const line of left) {
      const amountFen = least(rest, line.amountFen)
      if (amountFen <= 0n) continue
      line.amountFen -= amountFen
      rest -= amountFen
      const quantity = line.amountFen === 0n ? line.quantity : 0
      part.lines.push({ orderLineId: line.orderLineId, quantity, amountFen })
    }
    part.postageFen = least(rest, postage)
    postage -= part.postageFen
    if (part.lines.length > 0 || part.postageFen > 0n) parts.push(part)
  }
  if (postage > 0n || left.some(({ amountFen }) => amountFen > 0n))
    throw new RangeError('the payments of an order hold less than goes back of it')
  return parts
}
