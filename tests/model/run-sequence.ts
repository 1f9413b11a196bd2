import fc from 'fast-check'
import type { buildFinance } from '../fixtures/payouts'
import { Command } from './commands'
import { windUp } from './deeds'
import { closeShop, openShop, type Shop } from './shop'
import { type Model, newModel, type Piece, type Terms, terms } from './state'

type Commands = Iterable<fc.AsyncCommand<Model, Shop>>

/** Two makers' pieces: of the first one ready and one made to order, of the second a ready one. Prices and stocks are small, so that pieces run out. */
export const pieces: fc.Arbitrary<Omit<Piece, 'reserved'>[]> = fc
  .tuple(
    fc.integer({ min: 100, max: 40_000 }),
    fc.integer({ min: 100, max: 15_000 }),
    fc.integer({ min: 100, max: 40_000 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([ready, made, other, few, some]) => [
    { seller: 0, price: ready, isMade: false, onHand: some },
    { seller: 0, price: made, isMade: true, onHand: 0 },
    { seller: 1, price: other, isMade: false, onHand: few },
  ])

/** After the last command: wallets are decided, everything falls due and is sent, so that nothing is left that the next sequence would meet. */
const windingUp = [
  new Command('walletsSettle', [0, 0, 0]),
  new Command('pass', [1, 0, 0]),
  new Command('pass', [4, 0, 0]),
  new Command('pass', [3, 0, 0]),
  new Command('pass', [1, 0, 0]),
  new Command('refundsSettle', [0, 0, 0]),
]

/** One sequence on a fresh pair of makers. Throws at the first command after which shop and model differ. */
export async function runSequence(
  goods: readonly Omit<Piece, 'reserved'>[],
  sequence: Commands,
  finance: Awaited<ReturnType<typeof buildFinance>>,
  agreed: Terms = terms,
): Promise<void> {
  const shop = await openShop(goods, finance)
  const model = newModel(goods, shop.reading, agreed)
  try {
    await fc.asyncModelRun(() => ({ model, real: shop }), sequence)
    await fc.asyncModelRun(() => ({ model, real: shop }), windingUp)
  } catch (error) {
    // a shorter sequence is tried next: it must not meet what this one has left
    await windUp(shop)
    throw error
  } finally {
    await closeShop(shop)
  }
}
