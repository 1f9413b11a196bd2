import type { Actor } from '~/modules/auth/actor'
import type { ClaimView } from '~/modules/claims/claim-view'
import { findClaimsOf, type Piece } from '~/modules/claims/find-claims.server'
import { findColleagues } from '~/modules/claims/find-colleagues.server'
import { workScope } from '~/modules/claims/work-scope'
import { inScope, type Scope } from '~/platform/db/in-scope.server'
import type { FoundRow, RowKind, TodayRow } from './today-row'

/** What a kind found for her who does it. */
export type FoundKind = { kind: RowKind; actor: Actor; rows: FoundRow[] }

/** Says of every row who is on it, and to whom work without a page of its own may be given. Asked once for all kinds that are seen by one scope. */
export async function withClaims(found: readonly FoundKind[]): Promise<TodayRow[]> {
  const claims = await findClaimsByKey(found)
  const rows = await Promise.all(
    found.map(async (one) => {
      const hands = await findHands(one)
      return one.rows.map((row) => ({
        ...row,
        claim: claims.get(keyOf({ queue: one.kind.queue, subjectId: row.key })) ?? null,
        ...(hands ? { hands } : {}),
      }))
    }),
  )
  return rows.flat()
}

const keyOf = ({ queue, subjectId }: { queue: Piece['queue'] | null; subjectId: string }) =>
  `${queue} ${subjectId}`

async function findClaimsByKey(found: readonly FoundKind[]): Promise<Map<string, ClaimView>> {
  const byScope = new Map<string, { scope: Scope; actor: Actor; pieces: Piece[] }>()
  for (const { kind, actor, rows } of found) {
    const { queue } = kind
    if (!queue || rows.length === 0) continue
    const scope = workScope(actor, queue)
    const group = byScope.get(JSON.stringify(scope)) ?? { scope, actor, pieces: [] }
    byScope.set(JSON.stringify(scope), group)
    group.pieces.push(...rows.map(({ key }) => ({ queue, subjectId: key })))
  }
  const claims = await Promise.all(
    [...byScope.values()].map(({ scope, ...asked }) => inScope(scope, (tx) => findClaimsOf(tx, asked))),
  )
  return new Map(claims.flat().map(({ piece, claim }) => [keyOf(piece), claim]))
}

async function findHands({
  kind: { queue, isTakenHere },
  actor,
  rows,
}: FoundKind): Promise<TodayRow['hands']> {
  if (!queue || !isTakenHere || rows.length === 0) return undefined
  return { queue, colleagues: await inScope(workScope(actor, queue), (tx) => findColleagues(tx, { actor })) }
}
