import { knotLattice } from './knot-lattice'

/** The six views of a piece, in the order in which they are taken. */
export type ShotKind = 'whole' | 'detail' | 'back' | 'hand' | 'hang' | 'making'

const hand =
  'M10 96l20-14c6-4 12-4 18-1l14 5h14c8 0 8 10 0 11H58M78 92l18-13c7-5 14 3 8 9l-20 20c-4 4-9 5-15 5H44c-6 0-9 1-14 5'

/** A coin lies beside it, so that its size can be told. */
const coin = 'M23 40a13 13 0 1 0 26 0a13 13 0 1 0-26 0M32 36h8v8h-8z'

/** The lines of each drawing besides the knot, where the knot hangs in it, and the pins that hold it. */
type Drawing = { lines: string; knot: { x: number; y: number; scale: number }; pins?: string }

const drawings: Record<ShotKind, Drawing> = {
  whole: { lines: 'M60 8v18M56 88v20M60 90v22M64 88v20', knot: { x: 60, y: 56, scale: 2.5 } },
  detail: {
    lines: `M16 30V16h14M90 16h14v14M104 90v14H90M30 104H16V90${coin}`,
    knot: { x: 78, y: 72, scale: 4.6 },
  },
  back: { lines: 'M92 60A32 32 0 1 1 60 28M60 28l-9-8M60 28l-9 8', knot: { x: 60, y: 60, scale: 1.7 } },
  hand: { lines: hand, knot: { x: 62, y: 46, scale: 2.3 } },
  hang: { lines: 'M20 20h80M60 20v16M56 80v22M60 82v24M64 80v22', knot: { x: 60, y: 57, scale: 2 } },
  making: {
    lines: 'M16 16h88v88H16zM76 60c24 0 10 38 44 28',
    pins: 'M36 36h.1M84 36h.1M36 84h.1M84 84h.1M60 28h.1',
    knot: { x: 60, y: 60, scale: 1.6 },
  },
}

/** A line drawing that shows what the next picture should look like; the words beside it say the same. */
export function ShotGuide({ kind, className }: { kind: ShotKind; className?: string }) {
  const { lines, knot, pins } = drawings[kind]
  const { pieces } = knotLattice({ cords: 2, pitch: 5.4, gap: 1.5 })
  return (
    <svg className={className ?? 'shot-guide'} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d={lines} />
        {pins ? <path d={pins} strokeWidth="7" /> : null}
        <g
          transform={`translate(${knot.x} ${knot.y}) scale(${knot.scale}) rotate(45)`}
          strokeWidth={2 / knot.scale}
        >
          <path d={pieces.join('')} strokeLinecap="butt" />
        </g>
      </g>
    </svg>
  )
}
