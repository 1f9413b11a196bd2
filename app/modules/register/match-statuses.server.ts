import { findTerms } from '~/modules/codes/find-terms.server'
import { termNamed } from '~/modules/codes/terms'
import type { Day } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** What lists say for a status of the code table. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ['建档立卡户', 'registered'],
  ['建档立卡贫困户', 'registered'],
  ['贫困户', 'registered'],
  ['一般贫困户', 'registered'],
  ['脱贫户', 'lifted'],
  ['已脱贫', 'lifted'],
  ['已脱贫户', 'lifted'],
  ['稳定脱贫户', 'lifted'],
  ['脱贫不稳定户', 'unstable'],
  ['边缘易致贫户', 'marginal'],
  ['边缘户', 'marginal'],
  ['突发严重困难户', 'severe'],
  ['突发困难户', 'severe'],
])

/** The status that a list calls like this on a day; null for none. */
export type StatusMatch = (words: string, day: Day) => { id: string } | null

/** The statuses of the code table in the words of lists, former words too; on a day on which a term was not in use it is none, and merged by then it is what it was merged into. */
export async function matchStatuses(tx: Tx): Promise<StatusMatch> {
  const terms = await findTerms(tx, 'household_status')
  return (words, day) => {
    const bare = words.normalize('NFKC').replace(/\s|\(.*?\)/g, '')
    const code = otherWords.get(bare)
    const term = termNamed(terms, [bare, ...(code ? [code] : [])], day)
    return term && { id: term.id }
  }
}
