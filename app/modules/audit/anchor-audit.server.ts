import { appNow } from '~/platform/db/clock.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import { log } from '~/platform/log.server'
import { appendAnchor, readAnchors, trailDigits } from './anchors.server'
import { linkAudit } from './link-audit.server'

/** The advisory lock of whoever writes the file. */
const anchorLock = 710_007
/** links of one line; a longer hour takes several */
const mostLinks = 20_000

/**
 * Notes the chain's head outside the database, with the hour. Without new links nothing is written. A chain that is shorter than its last anchor, or a file that cannot be
 * read, is left as it is and said in the log: `npm run audit:verify` tells where. Runs every hour.
 */
export async function anchorAudit(): Promise<void> {
  await linkAudit()
  let isWhole = false
  while (!isWhole) isWhole = await prisma.$transaction(anchorNext)
}

async function anchorNext(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${anchorLock})`
  const { anchors, broken } = await readAnchors()
  const last = anchors.at(-1)
  const [head] = await tx.$queryRaw<{ seq: bigint }[]>`SELECT coalesce(max(seq), 0) AS seq FROM "AuditLink"`
  if (broken !== null || (last && head && head.seq < last.seq)) {
    log.error('audit.broken', new Error('the chain and its anchors do not fit'))
    return true
  }
  const links = await tx.$queryRaw<{ seq: bigint; hash: string }[]>`
    SELECT seq, encode(hash, 'hex') AS hash FROM "AuditLink" WHERE seq > ${last?.seq ?? 0n} ORDER BY seq LIMIT ${mostLinks}`
  const end = links.at(-1)
  if (!end) return true
  await appendAnchor({
    at: (await appNow(tx)).toISOString(),
    noted: new Date().toISOString(),
    seq: end.seq,
    hash: end.hash,
    trail: links.map(({ hash }) => hash.slice(0, trailDigits)).join(''),
  })
  return links.length < mostLinks
}
