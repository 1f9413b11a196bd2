import { keepAnswers } from '~/platform/db/kept-answers'
import { prisma } from '~/platform/db/prisma.server'
import { Licences } from './licences'

const shown = keepAnswers<Licences | null>(1, { unheardFor: 20_000 })

/** The licence lines for the foot of every page; null while none is set. A row that does not fit is a fault, never a licence. */
export async function findLicences(): Promise<Licences | null> {
  return shown('', async () => {
    const [row] = await prisma.$queryRaw<{ value: unknown }[]>`
      SELECT value FROM "Setting" WHERE key = 'site.licences' AND "validFrom" <= app_now() AND ("validTo" IS NULL OR "validTo" > app_now())`
    return row ? Licences.parse(row.value) : null
  })
}
