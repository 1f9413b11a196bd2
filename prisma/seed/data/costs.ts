/** What goes into one piece, fen, as its maker wrote it. */
export type Costs = {
  readonly materialsFen: number
  readonly packingFen: number
  readonly hourlyWageFen?: number
  /** buyers see it */
  readonly shows?: true
  /** why an hour brings less than the lowest wage of her county */
  readonly reason?: string
}

/** The sample pieces whose makers have worked out their price. */
export const costs: Readonly<Record<string, Costs>> = {
  'endless-knot-hall': { materialsFen: 3800, packingFen: 600, hourlyWageFen: 2200, shows: true },
  'endless-knot-lake-blue': { materialsFen: 2400, packingFen: 500, hourlyWageFen: 2000, shows: true },
  'bag-charm-large-beads': { materialsFen: 1200, packingFen: 300, shows: true },
  'wreath-five-knots': { materialsFen: 5200, packingFen: 1200, hourlyWageFen: 2200 },
  'woven-cuff-indigo-five-centimetres-wide': {
    materialsFen: 3600,
    packingFen: 600,
    hourlyWageFen: 2000,
    reason: '头一回串这么宽的，边学边串，多用了五个小时。',
  },
}

/**
 * Sample figures, not those of any notice: before opening, the operator enters what the province has published for its four classes of county, with the notice's
 * number and day as the source.
 */
export const minimumWages = {
  source: '示例数，开张前换成省里公布的',
  hourlyFen: {
    '62': 1800,
    '620102': 2000,
    '620103': 2000,
    '620104': 2000,
    '620105': 2000,
  },
} as const
