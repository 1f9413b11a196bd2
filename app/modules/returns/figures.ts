/** What a return says of a place and a month, in the order of its columns. People and times are apart: a woman who earned three times is one of `earners` and three of `earnings`. */
export const figureNames = [
  'sales',
  'pieces',
  'goodsFen',
  'earnings',
  'earners',
  'newEarners',
  'households',
  'incomeFen',
  'payouts',
  'payoutsFen',
  'onboarded',
] as const
export type FigureName = (typeof figureNames)[number]

/** Counts as numbers, money in fen. */
export type Figures = Record<FigureName, number>

export const isMoney = (name: FigureName): boolean => name.endsWith('Fen')

export const noFigures: Figures = {
  sales: 0,
  pieces: 0,
  goodsFen: 0,
  earnings: 0,
  earners: 0,
  newEarners: 0,
  households: 0,
  incomeFen: 0,
  payouts: 0,
  payoutsFen: 0,
  onboarded: 0,
}

/** One figure after the other. */
export function figuresFrom(take: (name: FigureName) => number): Figures {
  const figures = { ...noFigures }
  for (const name of figureNames) figures[name] = take(name)
  return figures
}

/** The sum of rows, figure by figure. */
export function sumFigures(rows: readonly Figures[]): Figures {
  return figuresFrom((name) => rows.reduce((sum, row) => sum + row[name], 0))
}

/** The figures in which two differ. */
export function differingFigures(a: Figures, b: Figures): FigureName[] {
  return figureNames.filter((name) => a[name] !== b[name])
}
