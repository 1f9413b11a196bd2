import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { type Anchor, readAnchors, trailDigits } from './anchors.server'
import { type LinkRow, lateIds, linkHash, longestTransaction, readLinks } from './link-hash.server'

/** The first row that cannot be right. */
export type AuditFault = {
  fault:
    | 'changed'
    | 'deleted'
    | 'link_missing'
    | 'backdated'
    | 'inserted'
    | 'rewritten'
    | 'cut'
    | 'anchor_unreadable'
  /** `link 12`, `event 40` or `anchor 3`: by its place, its id, its line */
  row: string
}

export type AuditReport = {
  links: bigint
  anchored: bigint
  /** when the last anchor was noted; null without one */
  anchoredAt: string | null
  first: AuditFault | null
}

const page = 2000

/**
 * Reads the whole chain from its first link against its events and against the anchors outside the database, and names the first row that was changed, deleted, put in,
 * moved or rewritten, or the one at which the tail was cut off. What happened after the last anchor (an hour at most) is held by the chain alone. Changes nothing.
 */
export async function verifyAudit(tx: Tx): Promise<AuditReport> {
  const { anchors, broken } = await readAnchors()
  const known = knownHashes(anchors)
  return withinScope(tx, { job: 'audit' }, async () => {
    const read = await readChain(tx, known)
    const anchored = anchors.at(-1)
    return {
      links: read.links,
      anchored: anchored?.seq ?? 0n,
      anchoredAt: anchored?.noted ?? null,
      first:
        read.first ??
        cutTail(read.links, anchored) ??
        (await putIn(tx, read.lastAt)) ??
        (broken === null ? null : { fault: 'anchor_unreadable', row: `anchor ${broken}` }),
    }
  })
}

type Known = {
  /** the first digits of a link, from the trails */
  digits: (seq: bigint) => string | null
  whole: Map<bigint, string>
}

/** What the anchors say of each link. */
function knownHashes(anchors: readonly Anchor[]): Known {
  const digits = new Map<bigint, string>()
  for (const { seq, trail } of anchors) {
    const first = seq - BigInt(trail.length / trailDigits) + 1n
    for (let at = 0; at < trail.length; at += trailDigits)
      digits.set(first + BigInt(at / trailDigits), trail.slice(at, at + trailDigits))
  }
  return {
    digits: (seq) => digits.get(seq) ?? null,
    whole: new Map(anchors.map(({ seq, hash }) => [seq, hash])),
  }
}

type Read = { links: bigint; lastAt: bigint; first: AuditFault | null }

async function readChain(tx: Tx, known: Known): Promise<Read> {
  let before: LinkRow | null = null
  let lastAt = 0n
  for (;;) {
    const rows: LinkRow[] = await readLinks(tx, { after: before?.seq ?? 0n, take: page })
    for (const row of rows) {
      const first = faultOf(row, { before, lastAt, known })
      if (first) return { links: before?.seq ?? 0n, lastAt, first }
      before = row
      if (row.isThere) lastAt = row.at
    }
    if (rows.length < page) return { links: before?.seq ?? 0n, lastAt, first: null }
  }
}

function faultOf(
  row: LinkRow,
  { before, lastAt, known }: { before: LinkRow | null; lastAt: bigint; known: Known },
): AuditFault | null {
  const next = (before?.seq ?? 0n) + 1n
  const link = `link ${next} (event ${row.eventId})`
  if (row.seq !== next) return { fault: 'link_missing', row: `link ${next}` }
  if (!row.isThere) return { fault: 'deleted', row: link }
  const hash = Buffer.from(row.hash).toString('hex')
  if (linkHash(row.seq, before?.hash ?? null, row).toString('hex') !== hash)
    return { fault: 'changed', row: link }
  if (row.at < lastAt - longestTransaction) return { fault: 'backdated', row: link }
  const digits = known.digits(row.seq)
  const whole = known.whole.get(row.seq)
  if ((digits !== null && !hash.startsWith(digits)) || (whole !== undefined && whole !== hash))
    return { fault: 'rewritten', row: link }
  return null
}

function cutTail(links: bigint, anchored: Anchor | undefined): AuditFault | null {
  return anchored && anchored.seq > links ? { fault: 'cut', row: `link ${links + 1n}` } : null
}

/** An event that no link names although it is older, by its id or by its hour, than what may still be under way. */
async function putIn(tx: Tx, lastAt: bigint): Promise<AuditFault | null> {
  const [row] = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT e.id FROM "AuditEvent" e
    WHERE NOT EXISTS (SELECT 1 FROM "AuditLink" l WHERE l."eventId" = e.id)
      AND (e.id <= (SELECT coalesce(max("eventId"), 0) FROM "AuditLink") - ${lateIds} OR extract(epoch FROM e.at) * 1000 < ${lastAt - longestTransaction})
    ORDER BY e.id LIMIT 1`
  return row ? { fault: 'inserted', row: `event ${row.id}` } : null
}
