import { findHouseholdOn } from '~/modules/households/find-household-on.server'
import { dayOf, toDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { split } from '~/platform/money'

type AttributeInput = { ledgerEntryId: bigint; orderLineId: string; amountFen: bigint; earnedAt: Date }

/**
 * Splits one earned share among those who made the line and fixes, for each part, the person, her household and its status of that day, or the
 * stated reason for none, and the region. Parts sum to the share to the fen. Needs the job scope `income`.
 */
export async function attributeIncome(
  tx: Tx,
  { ledgerEntryId, orderLineId, amountFen, earnedAt }: AttributeInput,
): Promise<void> {
  const earnedOn = dayOf(earnedAt)
  const line = await tx.orderLine.findUniqueOrThrow({
    where: { id: orderLineId },
    select: {
      makers: { select: { id: true, personId: true, rate: true }, orderBy: { id: 'asc' } },
      sellerOrder: { select: { seller: { select: { regionId: true } } } },
    },
  })
  const parts = split(
    amountFen,
    line.makers.map((maker) => maker.rate),
  )
  for (const [index, maker] of line.makers.entries()) {
    const part = parts[index] ?? 0n
    if (part === 0n) continue
    const home = await findHouseholdOn(tx, maker.personId, earnedOn)
    await tx.incomeAttribution.create({
      data: {
        ledgerEntryId,
        lineMakerId: maker.id,
        personId: maker.personId,
        householdId: home.householdId,
        noHouseholdReason: home.noHouseholdReason,
        statusTermId: home.statusTermId,
        regionId: home.regionId ?? line.sellerOrder.seller.regionId,
        earnedOn: toDateColumn(earnedOn),
        source: 'sale',
        amountFen: part,
      },
    })
  }
}
