/**
 * The geometry of a pan chang knot: n cords across and n down, each crossing over and under in turn, neighbouring
 * ends joined by loops along the sides and by ears at the corners. Units are those of the SVG the knot is drawn in;
 * the lattice is centred on the origin and stands square (the component turns it by 45°).
 */

/** `pitch` is the distance between cords, `gap` the half-width of the opening an under-pass leaves. */
export type KnotShape = { cords: number; pitch: number; gap: number }

/** One visible length of cord between two under-passes, in the order in which the cord runs. */
export type KnotLattice = { pieces: ReadonlyArray<string>; strands: number; reach: number }

type Side = 'top' | 'right' | 'bottom' | 'left'
type End = { side: Side; index: number }
/** A crossing as one pass of the cord meets it: the row and column, and whether this pass lies on top. */
export type Pass = { row: number; column: number; over: boolean }

const opposite: Record<Side, Side> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' }
const outward: Record<Side, readonly [number, number]> = {
  top: [0, -1],
  right: [1, 0],
  bottom: [0, 1],
  left: [-1, 0],
}

/** The row lies over the column where their sum is even: this alone makes every cord alternate. */
function rowIsOver(row: number, column: number): boolean {
  return (row + column) % 2 === 0
}

/** The ends of all cords, clockwise from the top left corner. */
function endsAround(cords: number): End[] {
  const up = Array.from({ length: cords }, (_, index) => index)
  const down = [...up].reverse()
  return [
    ...up.map((index): End => ({ side: 'top', index })),
    ...up.map((index): End => ({ side: 'right', index })),
    ...down.map((index): End => ({ side: 'bottom', index })),
    ...down.map((index): End => ({ side: 'left', index })),
  ]
}

const keyOf = (end: End) => `${end.side}${end.index}`

/** Each end is joined to its neighbour, beginning with the ear at the top left corner. */
function joinedEnds(cords: number): Map<string, End> {
  const around = endsAround(cords)
  const ring = [...around.slice(-1), ...around.slice(0, -1)]
  const joined = new Map<string, End>()
  for (let at = 0; at < ring.length; at += 2) {
    const first = ring[at]
    const second = ring[at + 1]
    if (!first || !second) continue
    joined.set(keyOf(first), second)
    joined.set(keyOf(second), first)
  }
  return joined
}

/** The crossings that a cord meets when it enters at `from` and runs to the opposite side. */
function passesFrom(from: End, cords: number): Pass[] {
  const along = Array.from({ length: cords }, (_, step) => step)
  const order = from.side === 'top' || from.side === 'left' ? along : along.reverse()
  return order.map((step) =>
    from.side === 'top' || from.side === 'bottom'
      ? { row: step, column: from.index, over: !rowIsOver(step, from.index) }
      : { row: from.index, column: step, over: rowIsOver(from.index, step) },
  )
}

/** The knot as closed strands, each a list of passes: what the tests read to prove that over and under alternate. */
export function knotStrands(cords: number): Pass[][] {
  return strandEntries(cords).map((entries) => entries.flatMap((entry) => passesFrom(entry, cords)))
}

/** For every strand, the ends at which it enters the lattice, in order. */
function strandEntries(cords: number): End[][] {
  const joined = joinedEnds(cords)
  const seen = new Set<string>()
  const strands: End[][] = []
  for (const start of endsAround(cords)) {
    if (seen.has(keyOf(start))) continue
    const entries: End[] = []
    let entry = start
    while (!seen.has(keyOf(entry))) {
      const exit: End = { side: opposite[entry.side], index: entry.index }
      seen.add(keyOf(entry)).add(keyOf(exit))
      entries.push(entry)
      entry = joined.get(keyOf(exit)) ?? start
    }
    strands.push(entries)
  }
  return strands
}

const made = new Map<string, KnotLattice>()

/** Draws the knot once per shape and remembers it. `reach` is the half side of the square view box it needs. */
export function knotLattice(shape: KnotShape): KnotLattice {
  const name = `${shape.cords}/${shape.pitch}/${shape.gap}`
  const known = made.get(name)
  if (known) return known
  const strands = strandEntries(shape.cords)
  const lattice: KnotLattice = {
    pieces: strands.flatMap((entries) => drawStrand(entries, shape)),
    strands: strands.length,
    reach: reachOf(shape),
  }
  made.set(name, lattice)
  return lattice
}

const round = (value: number) => Number(value.toFixed(2))
const point = (x: number, y: number) => `${round(x)} ${round(y)}`

function place(index: number, { cords, pitch }: KnotShape): number {
  return (index - (cords - 1) / 2) * pitch
}

/** How far a cord runs beyond the outermost crossing before it turns: a little over half the pitch. */
function edgeOf({ cords, pitch }: KnotShape): number {
  return ((cords - 1) / 2) * pitch + pitch * 0.55
}

function endPoint(end: End, shape: KnotShape): readonly [number, number] {
  const along = place(end.index, shape)
  const edge = edgeOf(shape)
  if (end.side === 'top') return [along, -edge]
  if (end.side === 'bottom') return [along, edge]
  return end.side === 'left' ? [-edge, along] : [edge, along]
}

/** Ears stand out further than side loops; a 2 × 2 knot is all ears, so its ears are the largest. */
const earPull = ({ cords, pitch }: KnotShape) => pitch * (cords === 2 ? 1.85 : 1.75)

/** The curve from one end out and back into its neighbour. */
function turn(exit: End, entry: End, shape: KnotShape): string {
  const pull = exit.side === entry.side ? shape.pitch * 0.8 : earPull(shape)
  const [fromX, fromY] = endPoint(exit, shape)
  const [toX, toY] = endPoint(entry, shape)
  const [outX, outY] = outward[exit.side]
  const [inX, inY] = outward[entry.side]
  return `C${point(fromX + outX * pull, fromY + outY * pull)} ${point(toX + inX * pull, toY + inY * pull)} ${point(toX, toY)}`
}

/** Walks one closed strand and cuts it where it dives under; the seam where the walk began is mended at the end. */
function drawStrand(entries: End[], shape: KnotShape): string[] {
  const pieces: string[] = []
  const first = entries[0]
  if (!first) return pieces
  let piece = `M${point(...endPoint(first, shape))}`
  entries.forEach((entry, at) => {
    const [runX, runY] = outward[opposite[entry.side]]
    for (const pass of passesFrom(entry, shape.cords)) {
      if (pass.over) continue
      const x = place(pass.column, shape)
      const y = place(pass.row, shape)
      pieces.push(`${piece}L${point(x - runX * shape.gap, y - runY * shape.gap)}`)
      piece = `M${point(x + runX * shape.gap, y + runY * shape.gap)}`
    }
    const exit: End = { side: opposite[entry.side], index: entry.index }
    const following = entries[(at + 1) % entries.length] ?? first
    piece += `L${point(...endPoint(exit, shape))}${turn(exit, following, shape)}`
  })
  const opening = pieces[0]
  if (opening === undefined) return [`${piece}Z`]
  pieces[0] = piece + opening.replace(/^M[^LC]*/, '')
  return pieces
}

/** Half the view box: the ears reach furthest, along the diagonals that the 45° turn makes upright. */
function reachOf(shape: KnotShape): number {
  const corner = ((shape.cords - 1) / 2) * shape.pitch
  const edge = edgeOf(shape)
  const middle = (0.125 * (corner + edge) + 0.375 * (corner + edge + earPull(shape))) * Math.SQRT2
  return Math.ceil(middle + shape.pitch * 0.4)
}
