/** How many beads stand beside each other: all of them up to `most`, else as many as make rows that are alike: 16 of at most 15 stand in two rows of 8. */
export function beadColumns(count: number, most: number): number {
  const rows = Math.max(1, Math.ceil(count / most))
  return Math.ceil(count / rows)
}
