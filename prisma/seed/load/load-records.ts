import { before, type LoadContext, need } from './load-context'

/** Two shops whose half year ends: one has said that its record is right and waits for the county, the other is still to say it. */
const ending = [
  { key: 'guyu', inDays: 20, hasConfirmed: false },
  { key: 'longquan', inDays: 5, hasConfirmed: true },
] as const

/** Verifications that end, and something that a maker wants corrected. */
export async function loadRecords({ tx, people, sellers, now }: LoadContext): Promise<void> {
  for (const { key, inDays, hasConfirmed } of ending) {
    const { id: sellerId, ownerId: personId } = need(sellers, key)
    await tx.seller.update({ where: { id: sellerId }, data: { verifiedUntil: before(now, -inDays) } })
    if (!hasConfirmed) continue
    const user = await tx.user.upsert({
      where: { personId },
      update: {},
      create: { personId },
      select: { id: true },
    })
    await tx.sellerRenewal.create({
      data: { sellerId, confirmedById: user.id, confirmedAt: before(now, 1) },
    })
  }
  await tx.correctionRequest.create({
    data: {
      personId: need(people, 'longquan').personId,
      field: 'birth_year',
      words: '我是 1972 年生的，登记成了 1971 年。',
      askedAt: before(now, 2),
    },
  })
}
