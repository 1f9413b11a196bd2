import { prisma } from '~/platform/db/prisma.server'
import { Licences } from './licences'

/** milliseconds for which a process shows what it read */
const keptFor = 20_000

/** counts what was forgotten, so that what was read before is not kept after */
let changes = 0
let kept: { licences: Licences | null; until: number } | null = null

/** The licence lines for the foot of every page; null while none is set. Asked of the database three times a minute. A row that does not fit is a fault, never a licence. */
export async function findLicences(): Promise<Licences | null> {
  if (kept && kept.until > Date.now()) return kept.licences
  const seen = changes
  const [row] = await prisma.$queryRaw<{ value: unknown }[]>`
    SELECT value FROM "Setting" WHERE key = 'site.licences' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
  const licences = row ? Licences.parse(row.value) : null
  if (seen === changes) kept = { licences, until: Date.now() + keptFor }
  return licences
}

/** Lets this process show what was just changed: here, or anywhere when the database announces a change. */
export function forgetLicences(): void {
  changes += 1
  kept = null
}
