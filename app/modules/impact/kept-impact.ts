import { z } from 'zod'

const fen = z.number().int()
const count = z.number().int().nonnegative()

const Breakdown = z.object({
  groups: z.array(z.object({ name: z.string(), makers: count, pieces: count, paidFen: fen })),
  hidden: count,
})

const Groups = z.object({
  byCraft: Breakdown,
  byCounty: Breakdown,
  medianShareBps: z.number().int().nullable(),
})

/** What is kept of a day: the sums, and the groups in both languages. */
export const KeptFigures = z.object({
  impact: z.object({
    makersFen: fen,
    commissionFen: fen,
    postageFen: fen,
    paidFen: fen,
    addedFen: fen,
    sales: count,
    pieces: count,
    sellers: count,
  }),
  groups: z.object({ 'zh-CN': Groups, en: Groups }),
})
export type KeptFigures = z.output<typeof KeptFigures>
