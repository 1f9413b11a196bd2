import { createHash } from 'node:crypto'
import { Prisma, type Tx } from '~/platform/db/prisma.server'

/** An event as text, the way it goes into the hash. */
export type ChainedEvent = {
  id: bigint
  /** milliseconds since 1970 */
  at: bigint
  actorUserId: string | null
  onBehalfOfId: string | null
  role: string | null
  action: string
  subjectType: string
  subjectId: string
  reason: string | null
  /** as jsonb writes itself: keys in one order, no superfluous spaces */
  detail: string
  regionId: string | null
}

/** How far a transaction may begin before one that is chained already: none is open for longer. */
export const longestTransaction = 10n * 60n * 1000n

/** Ids that may be taken out of the sequence and not yet committed: what is further back was never seen by the chain. */
export const lateIds = 10_000n

/** The one order of columns in which events are read for the chain, from `"AuditEvent" e`. */
const chainedColumns = Prisma.sql`
  e.id, (extract(epoch FROM e.at) * 1000)::bigint AS at, e."actorUserId", e."onBehalfOfId", e.role, e.action, e."subjectType", e."subjectId", e.reason,
  e.detail::text AS detail, e."regionId"`

/** SHA-256 over the place in the chain, the hash before (nothing before the first) and every column of the event. */
export function linkHash(seq: bigint, before: Uint8Array | null, event: ChainedEvent): Buffer {
  const { id, at, actorUserId, onBehalfOfId, role, action, subjectType, subjectId } = event
  const { reason, detail, regionId } = event
  const content = [
    String(seq),
    before ? Buffer.from(before).toString('hex') : '',
    String(id),
    String(at),
    actorUserId,
    onBehalfOfId,
    role,
    action,
    subjectType,
    subjectId,
    reason,
    detail,
    regionId,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest()
}

/** Links in their order with what they chain, from a number on; an event that is gone leaves nulls. */
export type LinkRow = { seq: bigint; eventId: bigint; hash: Uint8Array } & (
  | ({ isThere: true } & ChainedEvent)
  | { isThere: false }
)

export function readLinks(tx: Tx, { after, take }: { after: bigint; take: number }): Promise<LinkRow[]> {
  return tx.$queryRaw<LinkRow[]>`
    SELECT l.seq, l."eventId", l.hash, e.id IS NOT NULL AS "isThere", ${chainedColumns}
    FROM "AuditLink" l LEFT JOIN "AuditEvent" e ON e.id = l."eventId"
    WHERE l.seq > ${after} ORDER BY l.seq LIMIT ${take}`
}

/** Events that no link names, among those that may have been committed since the last one was made, oldest first. */
export function readUnlinked(
  tx: Tx,
  { afterId, take }: { afterId: bigint; take: number },
): Promise<ChainedEvent[]> {
  return tx.$queryRaw<ChainedEvent[]>`
    SELECT ${chainedColumns} FROM "AuditEvent" e
    WHERE e.id > ${afterId} AND NOT EXISTS (SELECT 1 FROM "AuditLink" l WHERE l."eventId" = e.id) ORDER BY e.id LIMIT ${take}`
}
