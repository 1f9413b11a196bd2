/** Pieces of the sample data that are not on sale: new ones that wait for a coordinator, and one that was sent back. */
export const waiting: Readonly<Record<string, 'submitted' | 'changes_requested'>> = {
  'black-cord-tea-knife': 'submitted',
  'endless-knot-undyed-hemp': 'submitted',
  'woven-cuff-indigo-five-centimetres-wide': 'submitted',
  'endless-knot-double-cord': 'changes_requested',
}
