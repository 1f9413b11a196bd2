import { z } from 'zod'
import type { MessageKey } from '~/platform/i18n/translate'
import { queueStates } from './queue-states'

/** Whose: hers, nobody's, everybody's. */
const whose = ['all', 'mine', 'nobody'] as const
const kinds = ['all', 'new', 'changed'] as const
const ages = ['all', 'day', 'urgent'] as const

/** What the queue's address says: a page of it may be kept, sent to a colleague and come back to. What is no filter is none. */
export const QueueSearch = z.object({
  state: z.enum(queueStates).catch('submitted'),
  whose: z.enum(whose).catch('all'),
  kind: z.enum(kinds).catch('all'),
  age: z.enum(ages).catch('all'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  done: z.uuid().or(z.literal('')).catch(''),
})
export type QueueFilter = Pick<z.output<typeof QueueSearch>, 'state' | 'whose' | 'kind' | 'age'>

/** How many hours a listing has waited at least. */
export const leastHours = { all: 0, day: 24, urgent: 72 } as const satisfies Record<
  QueueFilter['age'],
  number
>

/** The three filters as the page offers them: name, title, and a title for each choice. */
export const queueFilters = [
  {
    name: 'whose',
    title: 'claims.filterWhose',
    choices: { all: 'claims.whose_all', mine: 'claims.whose_mine', nobody: 'claims.whose_nobody' },
  },
  {
    name: 'kind',
    title: 'claims.filterKind',
    choices: { all: 'claims.kind_all', new: 'claims.kind_new', changed: 'claims.kind_changed' },
  },
  {
    name: 'age',
    title: 'claims.filterAge',
    choices: { all: 'claims.age_all', day: 'claims.age_day', urgent: 'claims.age_urgent' },
  },
] as const satisfies readonly {
  name: 'whose' | 'kind' | 'age'
  title: MessageKey
  choices: Record<string, MessageKey>
}[]

export function isFiltered({ whose, kind, age }: QueueFilter): boolean {
  return whose !== 'all' || kind !== 'all' || age !== 'all'
}

/** The query of a page of the queue; what is not chosen is left out. */
export function queueQuery(filter: QueueFilter, page = 1): string {
  const query = new URLSearchParams({ state: filter.state })
  for (const { name } of queueFilters) if (filter[name] !== 'all') query.set(name, filter[name])
  if (page > 1) query.set('page', String(page))
  return `?${query}`
}
