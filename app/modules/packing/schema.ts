import { z } from 'zod'

/** What is printed: a label for the outside of each parcel, or a slip to lie inside. */
const paperKinds = ['labels', 'slips'] as const

/** Parts in one file. */
export const mostPapers = 50

/** What is asked for in an address: the kind, and each part by its id, however often a box was ticked. */
export function readPapersQuery(url: URL): { kind: PaperKind; parts: string[]; isBase: boolean } {
  const kind = z.enum(paperKinds).catch('labels').parse(url.searchParams.get('kind'))
  const parts = [...new Set(url.searchParams.getAll('part'))].filter(
    (part) => z.uuid().safeParse(part).success,
  )
  return { kind, parts, isBase: url.searchParams.get('from') === 'base' }
}

/** The list is told when nothing was ticked. */
export const PrintSearch = z.object({ print: z.enum(['none']).nullable().default(null).catch(null) })

export type PaperKind = (typeof paperKinds)[number]
