import { z } from 'zod'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { arrangementKey, arrangements } from './arrangements'

const Recorded = z.object({
  arrangement: z.enum(arrangements),
  evidence: z.string().min(1),
  /** the day on the paper: YYYY-MM-DD */
  dated: z.string(),
})

export type RecordedArrangement = z.output<typeof Recorded> & { recordedAt: Date }

/** The lawful set-up valid at the shop's present time, or null before one is on record. A row that does not fit is a fault, not "none". */
export async function findArrangement(tx: Tx = prisma): Promise<RecordedArrangement | null> {
  const [row] = await tx.$queryRaw<{ value: unknown; validFrom: Date }[]>`
    SELECT value, "validFrom" FROM "Setting" WHERE key = ${arrangementKey} AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  return row ? { ...Recorded.parse(row.value), recordedAt: row.validFrom } : null
}
