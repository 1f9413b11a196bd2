import type { ReconciliationSource } from '~/generated/prisma/enums'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { differencesOf } from './compare-books'
import { findBankPairs } from './find-bank-pairs.server'
import { findProviderPairs } from './find-provider-pairs.server'
import { writeDifferences } from './write-differences.server'

const dayLength = 24 * 60 * 60 * 1000

/** How long the other side may take to show what our books hold already. */
const grace = { provider: 2 * dayLength, bank: 3 * dayLength } as const satisfies Record<
  ReconciliationSource,
  number
>

/** Compares what is known of both sides up to `until` (real time) and keeps every difference until it is gone or explained. */
export async function compareSide({
  source,
  until,
}: {
  source: ReconciliationSource
  until: Date
}): Promise<void> {
  const run = await prisma.reconciliationRun.create({ data: { source, until }, select: { id: true } })
  const freshAfter = new Date((await appNow()).getTime() - grace[source])
  const pairs =
    source === 'provider'
      ? await findProviderPairs({ until, freshAfter })
      : await findBankPairs({ freshAfter })
  const differences = pairs.flatMap(differencesOf)
  await prisma.$transaction(async (tx) => {
    await writeDifferences(tx, { source, differences })
    await tx.reconciliationRun.update({
      where: { id: run.id },
      data: { finishedAt: await appNow(tx), compared: pairs.length, found: differences.length },
    })
  })
}
