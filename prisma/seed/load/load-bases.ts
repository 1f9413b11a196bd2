import { bases } from '../data/bases'
import { dayOfSeed } from './dates'
import { type LoadContext, need } from './load-context'

/** The bases with the makers who work with them. */
export async function loadBases({ tx, now, sellers }: LoadContext): Promise<void> {
  const validFrom = dayOfSeed({ daysAgo: 10 }, now)
  for (const { seller, host, support, sinceYear, sendsTogether, members } of bases) {
    const { id } = need(sellers, seller)
    await tx.baseProfile.create({
      data: {
        sellerId: id,
        hostZh: host.zh,
        hostEn: host.en,
        supportZh: support.zh,
        supportEn: support.en,
        sinceYear,
        sendsTogether,
        members: { create: members.map((member) => ({ sellerId: need(sellers, member).id, validFrom })) },
      },
    })
  }
}
