import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { lateIds, linkHash, longestTransaction, readUnlinked } from './link-hash.server'

/** The advisory lock of whoever lengthens the chain. */
const chainLock = 710_006
const batch = 1000

/**
 * Lengthens the chain by the events committed since the last time: each link's hash covers its event and the hash before. Writers of events never wait for it, nor for
 * each other; only one lengthens at a time, another one finds nothing to do. Chain order is the order of linking, so that an event of a long transaction comes late and not
 * wrong. An event that claims to be older than a transaction can be is left out: `verifyAudit` names it. Runs every 20 seconds and before anchoring.
 */
export async function linkAudit(): Promise<void> {
  let isWhole = false
  while (!isWhole) isWhole = await inScope({ job: 'audit' }, linkBatch)
}

async function linkBatch(tx: Tx): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ isOurs: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(${chainLock}) AS "isOurs"`
  if (!lock?.isOurs) return true
  let head = await findHead(tx)
  const events = await readUnlinked(tx, { afterId: head.lastId - lateIds, take: batch })
  const links: { seq: bigint; eventId: bigint; hash: Uint8Array<ArrayBuffer> }[] = []
  for (const event of events) {
    if (event.at < head.at - longestTransaction) {
      log.error('audit.backdated', new Error('older than the chain'), { eventId: String(event.id) })
      continue
    }
    const seq = head.seq + 1n
    const hash = new Uint8Array(linkHash(seq, head.hash, event))
    links.push({ seq, eventId: event.id, hash })
    head = { seq, hash, at: event.at, lastId: head.lastId }
  }
  await tx.auditLink.createMany({ data: links })
  return events.length < batch || links.length === 0
}

/** `lastId` is the highest id that the chain knows, not that of its last link. */
type Head = { seq: bigint; hash: Uint8Array | null; at: bigint; lastId: bigint }

async function findHead(tx: Tx): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT l.seq, l.hash, coalesce((extract(epoch FROM e.at) * 1000)::bigint, 0) AS at, (SELECT max("eventId") FROM "AuditLink") AS "lastId"
    FROM "AuditLink" l LEFT JOIN "AuditEvent" e ON e.id = l."eventId" ORDER BY l.seq DESC LIMIT 1`
  return head ?? { seq: 0n, hash: null, at: 0n, lastId: 0n }
}
