import { z } from 'zod'
import type { MessageKey } from '~/platform/i18n/translate'

const whose = ['all', 'mine', 'nobody'] as const
const ages = ['all', 'day', 'urgent'] as const

/** Which pieces of a queue are shown; the choice stands in the address. */
export const WorkSearch = z.object({
  whose: z.enum(whose).default('all').catch('all'),
  age: z.enum(ages).default('all').catch('all'),
})
export type WorkFilter = z.output<typeof WorkSearch>

export const workFilters = [
  {
    name: 'whose',
    title: 'claims.filterWhose',
    choices: { all: 'claims.whose_all', mine: 'claims.whose_mine', nobody: 'claims.whose_nobody' },
  },
  {
    name: 'age',
    title: 'claims.filterAge',
    choices: { all: 'claims.age_all', day: 'claims.age_day', urgent: 'claims.age_urgent' },
  },
] as const satisfies readonly {
  name: keyof WorkFilter
  title: MessageKey
  choices: Record<string, MessageKey>
}[]

/** The age that a choice asks for at least, in days. */
export const daysOf = { all: 0, day: 1, urgent: 3 } as const satisfies Record<WorkFilter['age'], number>

/** Whether a choice leaves anything out. */
export function isNarrow({ whose, age }: WorkFilter): boolean {
  return whose !== 'all' || age !== 'all'
}
