import type { Actor } from '~/modules/auth/actor'
import { administers } from '~/modules/roles/role-reach.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { findTerms } from './find-terms.server'
import { type CodeList, codeLists } from './schema'
import { isValidOn, type Term } from './terms'

/** A term as administrators see it. */
export type TermRow = Omit<Term, 'mergedIntoId' | 'names'> & {
  standing: 'in_use' | 'later' | 'ended' | 'merged'
  /** records that say it on that day or later */
  uses: number
  formerNames: string[]
  mergedInto: { id: string; code: string; nameZh: string; nameEn: string } | null
}

export type TermPage = {
  list: CodeList
  term: TermRow
  today: Day
  /** code tables are changed by whoever administers everything alone */
  isHers: boolean
  /** into which it may be merged: those of its list that are in use */
  targets: { id: string; code: string; nameZh: string; nameEn: string }[]
}

/** Every code table with its terms, ended and merged ones among them. */
export function findCodes({
  actor,
}: {
  actor: Actor
}): Promise<{ today: Day; isHers: boolean; tables: { list: CodeList; terms: TermRow[] }[] }> {
  return inScope(actor, async (tx) => {
    const today = dayOf(await appNow(tx))
    const tables = []
    for (const list of codeLists) {
      const terms = await findTerms(tx, list)
      tables.push({ list, terms: await rowsOf(tx, terms, today) })
    }
    return { today, isHers: await administers(tx, { actor, regionId: null }), tables }
  })
}

/** One term; 404 for one that never was. */
export function getTerm({ actor, termId }: { actor: Actor; termId: string }): Promise<TermPage> {
  return inScope(actor, async (tx) => {
    const today = dayOf(await appNow(tx))
    for (const list of codeLists) {
      const terms = await findTerms(tx, list)
      const [term] = await rowsOf(
        tx,
        terms.filter(({ id }) => id === termId),
        today,
        terms,
      )
      const targets = terms
        .filter((one) => one.id !== termId && one.mergedIntoId === null && isValidOn(one, today))
        .map(({ id, code, nameZh, nameEn }) => ({ id, code, nameZh, nameEn }))
      if (term)
        return { list, term, today, isHers: await administers(tx, { actor, regionId: null }), targets }
    }
    throw notFound()
  })
}

async function rowsOf(tx: Tx, shown: readonly Term[], today: Day, terms = shown): Promise<TermRow[]> {
  const ids = shown.map(({ id }) => id)
  const counted = await tx.$queryRaw<{ id: string; uses: number }[]>`
    SELECT t.id::text, term_uses_from(t.id, t."validFrom") AS uses FROM "CodeTerm" t WHERE t.id = ANY (${ids}::uuid[])`
  const usesOf = new Map(counted.map(({ id, uses }) => [id, uses]))
  return shown.map((term) => {
    const { mergedIntoId, names, ...row } = term
    const into = terms.find(({ id }) => id === mergedIntoId)
    return {
      ...row,
      standing: standingOf(term, today),
      uses: usesOf.get(term.id) ?? 0,
      formerNames: names.map(({ nameZh }) => nameZh),
      mergedInto: into ? { id: into.id, code: into.code, nameZh: into.nameZh, nameEn: into.nameEn } : null,
    }
  })
}

function standingOf(term: Term, today: Day): TermRow['standing'] {
  if (term.mergedIntoId) return 'merged'
  if (isValidOn(term, today)) return 'in_use'
  return today < term.validFrom ? 'later' : 'ended'
}
