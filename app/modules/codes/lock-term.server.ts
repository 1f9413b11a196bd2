import type { Actor } from '~/modules/auth/actor'
import { administers } from '~/modules/roles/role-reach.server'
import type { Day } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { findTerms } from './find-terms.server'
import { type CodeList, codeLists } from './schema'
import type { Term, Words } from './terms'

/** Two administrators who change terms at once take turns; the trigger of CodeTerm takes the same lock. */
const codesLock = 710_381

/** Code tables are the whole shop's. Refuses (403) an administrator of a region alone. */
export async function holdCodes(tx: Tx, actor: Actor): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${codesLock}::bigint)`
  if (!(await administers(tx, { actor, regionId: null }))) throw new Refusal('codes.notHers', 403)
}

export type LockedTerm = { list: CodeList; term: Term; terms: Term[] }

/** A term with its table, held until the transaction ends. 404 for one that never was; refuses one that was merged (409) and what holdCodes refuses. */
export async function lockTerm(
  tx: Tx,
  { actor, termId }: { actor: Actor; termId: string },
): Promise<LockedTerm> {
  await holdCodes(tx, actor)
  await tx.$queryRaw`SELECT id FROM "CodeTerm" WHERE id = ${termId}::uuid FOR UPDATE`
  for (const list of codeLists) {
    const terms = await findTerms(tx, list)
    const term = terms.find(({ id }) => id === termId)
    if (!term) continue
    const into = terms.find(({ id }) => id === term.mergedIntoId)
    if (into) throw new Refusal('codes.mergedAlready', 409, { name: into.nameZh })
    return { list, term, terms }
  }
  throw notFound()
}

/** Refuses words that another term of the list has on a day or later: nobody could tell the two apart in a list. */
export function refuseTaken(terms: readonly Term[], { nameZh, nameEn }: Words, day: Day): void {
  const taken = terms.filter(
    ({ mergedIntoId, validTo }) => mergedIntoId === null && (validTo === null || validTo > day),
  )
  if (taken.some((one) => one.nameZh === nameZh)) throw new Refusal('codes.nameTaken', 409, {}, 'nameZh')
  if (taken.some((one) => one.nameEn.toLowerCase() === nameEn.toLowerCase()))
    throw new Refusal('codes.nameTaken', 409, {}, 'nameEn')
}
