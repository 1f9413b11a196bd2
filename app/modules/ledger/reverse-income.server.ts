import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import type { Tx } from '~/platform/db/prisma.server'
import { split } from '~/platform/money'

type ReverseInput = { ledgerEntryId: bigint; orderLineId: string; amountFen: bigint }

/**
 * Takes income of a line back from those to whom it was attributed, in the proportion of what is left of it: same person, household, status and region
 * as then, dated today, so that no closed month changes. Parts sum to the amount to the fen. Needs the job scope `income`.
 */
export async function reverseIncome(
  tx: Tx,
  { ledgerEntryId, orderLineId, amountFen }: ReverseInput,
): Promise<void> {
  const rows = await tx.incomeAttribution.findMany({
    where: { ledgerEntry: { orderLineId, purpose: 'share' } },
    orderBy: { id: 'asc' },
  })
  const left = new Map<string | null, { first: (typeof rows)[number]; fen: bigint }>()
  for (const row of rows) {
    const known = left.get(row.lineMakerId)
    left.set(row.lineMakerId, { first: known?.first ?? row, fen: (known?.fen ?? 0n) + row.amountFen })
  }
  const makers = [...left.values()]
  const parts = split(
    amountFen,
    makers.map(({ fen }) => fen),
  )
  const earnedOn = toDateColumn(dayOf(await appNow(tx)))
  for (const [index, { first }] of makers.entries()) {
    const part = parts[index] ?? 0n
    if (part === 0n) continue
    const { id: _, ...same } = first
    await tx.incomeAttribution.create({ data: { ...same, ledgerEntryId, earnedOn, amountFen: -part } })
  }
}
