import type { FigureName } from './figures'

/** The rows behind a return, and which of its figures they come to. Households have a page of their own (incomes/rows). */
export const rowFigures = {
  income: ['earnings', 'incomeFen'],
  sales: ['sales', 'pieces', 'goodsFen'],
  earners: ['earners', 'newEarners'],
  payouts: ['payouts', 'payoutsFen'],
  onboarded: ['onboarded'],
} as const satisfies Record<string, readonly FigureName[]>
export type RowKind = keyof typeof rowFigures

export const rowKinds = [
  'income',
  'sales',
  'earners',
  'payouts',
  'onboarded',
] as const satisfies readonly RowKind[]

/** The rows that a figure opens into; null for households. */
export function kindOf(name: FigureName): RowKind | null {
  const has = (figures: readonly FigureName[]) => figures.includes(name)
  return rowKinds.find((kind) => has(rowFigures[kind])) ?? null
}
