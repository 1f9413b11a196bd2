import { fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import type { CodeList } from './schema'
import type { Term } from './terms'

/** What a term's words on any day are told from. */
export const wordsSelect = {
  nameZh: true,
  nameEn: true,
  names: { select: { nameZh: true, nameEn: true, validTo: true }, orderBy: { id: 'asc' } },
} as const

type FoundNames = { nameZh: string; nameEn: string; validTo: Date }[]

/** Former names as the pure rules read them. */
export function formerNames(names: FoundNames): Term['names'] {
  return names.map(({ validTo, ...words }) => ({ ...words, until: fromDateColumn(validTo) }))
}

/** A whole code table, ended and merged terms too, in the order of their first day; 500 at most. */
export async function findTerms(tx: Tx, list: CodeList): Promise<Term[]> {
  const rows = await tx.codeTerm.findMany({
    where: { list },
    orderBy: [{ validFrom: 'asc' }, { code: 'asc' }],
    take: 500,
    select: {
      ...wordsSelect,
      id: true,
      code: true,
      validFrom: true,
      validTo: true,
      mergedIntoId: true,
      mergedOn: true,
    },
  })
  return rows.map(({ names, validFrom, validTo, mergedOn, ...row }) => ({
    ...row,
    validFrom: fromDateColumn(validFrom),
    validTo: validTo && fromDateColumn(validTo),
    mergedOn: mergedOn && fromDateColumn(mergedOn),
    names: formerNames(names),
  }))
}
