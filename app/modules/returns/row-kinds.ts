import type { FigureName } from './figures'

/** The rows behind a return, and which of its figures they come to. */
export const rowFigures = {
  income: ['earnings', 'incomeFen'],
  sales: ['sales', 'pieces', 'goodsFen'],
  earners: ['earners', 'newEarners'],
  households: ['households'],
  payouts: ['payouts', 'payoutsFen'],
  onboarded: ['onboarded'],
} as const satisfies Record<string, readonly FigureName[]>
export type RowKind = keyof typeof rowFigures

export const rowKinds = [
  'income',
  'sales',
  'earners',
  'households',
  'payouts',
  'onboarded',
] as const satisfies readonly RowKind[]

/** The rows that a figure opens into. */
export function kindOf(name: FigureName): RowKind {
  const has = (figures: readonly FigureName[]) => figures.includes(name)
  const kind = rowKinds.find((one) => has(rowFigures[one]))
  if (!kind) throw new Error(`${name} has no rows`)
  return kind
}
