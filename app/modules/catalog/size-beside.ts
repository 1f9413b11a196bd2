/** How large one piece is, mm. */
export type Sides = { widthMm: number; heightMm: number; depthMm: number | null }

/** What everybody has in her pocket, at the end of her arm or on her desk; mm. A hand and a coin are of common measure, the sheet is ISO 216 A4. */
const familiar = {
  coin: { widthMm: 25, heightMm: 25 },
  hand: { widthMm: 86, heightMm: 180 },
  sheet: { widthMm: 210, heightMm: 297 },
} as const
export type Familiar = keyof typeof familiar

type Rectangle = { x: number; y: number; width: number; height: number }

/** A piece and a familiar thing side by side on one ground, to one scale. Lengths in sixteenths of a rem; `scale` is that of a millimetre. */
export type SizeDrawing = {
  beside: Familiar
  scale: number
  width: number
  height: number
  piece: Rectangle
  /** how far the edges run back, up and to the right; 0 of a flat piece */
  back: number
  familiar: Rectangle
}

/** at most so large stand both together, so that the words beside them fit on the narrowest phone */
const room = { width: 190, height: 168 }
/** where the width stands, below the piece */
const below = 30
/** where the height stands, left of the piece: a line, a word and its digits */
const leftOf = (heightMm: number) => 46 + 8 * inCentimetres(heightMm).length
const apart = 20
/** edges that run away from the eye are drawn shorter */
const shortening = 0.35

/** Small things beside a coin, large ones beside a sheet, all others beside a hand. */
function familiarTo({ widthMm, heightMm }: Sides): Familiar {
  const longest = Math.max(widthMm, heightMm)
  if (longest <= 60) return 'coin'
  return longest <= 300 ? 'hand' : 'sheet'
}

/** The widest and highest of both fill the room; what lies behind is drawn as builders and painters of old did, without a vanishing point. */
export function drawSize(sides: Sides): SizeDrawing {
  const beside = familiarTo(sides)
  const other = familiar[beside]
  const backMm = (sides.depthMm ?? 0) * shortening
  const scale = Math.min(
    room.height / Math.max(sides.heightMm + backMm, other.heightMm),
    (room.width - apart) / (sides.widthMm + backMm + other.widthMm),
  )
  const [width, height, back] = [sides.widthMm * scale, sides.heightMm * scale, backMm * scale]
  const ground = Math.max(height + back, other.heightMm * scale)
  const left = leftOf(sides.heightMm)
  const x = left + width + back + apart
  return {
    beside,
    scale,
    width: x + other.widthMm * scale,
    height: ground + below,
    piece: { x: left, y: ground - height, width, height },
    back,
    familiar: {
      x,
      y: ground - other.heightMm * scale,
      width: other.widthMm * scale,
      height: other.heightMm * scale,
    },
  }
}

/** Millimetres as people read them: 6.5 for 65. */
export function inCentimetres(mm: number): string {
  return String(mm / 10)
}
