/** How large one piece is, mm. */
export type Sides = { widthMm: number; heightMm: number; depthMm: number | null }

/** What everybody has in her pocket, at the end of her arm or on her desk; mm. A hand and a coin are of common measure, the sheet is ISO 216 A4. */
const familiar = {
  coin: { widthMm: 25, heightMm: 25 },
  hand: { widthMm: 86, heightMm: 180 },
  sheet: { widthMm: 210, heightMm: 297 },
} as const
export type Familiar = keyof typeof familiar

/** A piece and a familiar thing side by side on one ground, to one scale; lengths in mm. */
export type SizeDrawing = {
  beside: Familiar
  width: number
  height: number
  piece: { x: number; y: number; width: number; height: number }
  familiar: { x: number; y: number; width: number; height: number }
}

/** Small things beside a coin, large ones beside a sheet, all others beside a hand. */
function familiarTo({ widthMm, heightMm }: Sides): Familiar {
  const longest = Math.max(widthMm, heightMm)
  if (longest <= 60) return 'coin'
  return longest <= 300 ? 'hand' : 'sheet'
}

export function drawSize(sides: Sides): SizeDrawing {
  const beside = familiarTo(sides)
  const { widthMm, heightMm } = familiar[beside]
  const height = Math.max(sides.heightMm, heightMm)
  const gap = Math.max(4, Math.round(height / 12))
  return {
    beside,
    width: sides.widthMm + gap + widthMm,
    height,
    piece: { x: 0, y: height - sides.heightMm, width: sides.widthMm, height: sides.heightMm },
    familiar: { x: sides.widthMm + gap, y: height - heightMm, width: widthMm, height: heightMm },
  }
}

/** Millimetres as people read them: 6.5 for 65. */
export function inCentimetres(mm: number): string {
  return String(mm / 10)
}
