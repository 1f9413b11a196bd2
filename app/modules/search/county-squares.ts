/**
 * Where the counties of Lanzhou lie to each other, about, on a grid of four columns and three rows: the river runs from west to east through the middle one.
 */
export const countySquares: ReadonlyMap<string, { column: number; row: number }> = new Map([
  ['620121', { column: 1, row: 1 }],
  ['620171', { column: 2, row: 1 }],
  ['620122', { column: 3, row: 1 }],
  ['620111', { column: 1, row: 2 }],
  ['620104', { column: 2, row: 2 }],
  ['620105', { column: 3, row: 2 }],
  ['620102', { column: 4, row: 2 }],
  ['620103', { column: 3, row: 3 }],
  ['620123', { column: 4, row: 3 }],
])
