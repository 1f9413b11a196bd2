import { phrases } from '../data/phrases'
import { type LoadContext, need } from './load-context'

const countyCode = '620123'

/** What coordinators say to makers again and again. */
export async function loadPhrases({ tx, users, regions }: LoadContext): Promise<void> {
  for (const { by, isShared, words } of phrases)
    await tx.reviewPhrase.create({
      data: { userId: need(users, by), regionId: isShared ? need(regions, countyCode) : null, words },
    })
}
