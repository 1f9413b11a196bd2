import process from 'node:process'
import { verifyAudit } from '../../app/modules/audit/verify-audit.server'
import { prisma } from '../../app/platform/db/prisma.server'

/** Run by `audit:verify` with the application's environment: the audit is read as the application may read it. */
const sentences = {
  changed: 'it is not what was chained',
  deleted: 'the event is gone',
  link_missing: 'the link is gone',
  backdated: 'it claims to be older than the row before it',
  inserted: 'it was put in later',
  rewritten: 'the chain was made anew: the anchor says otherwise',
  cut: 'the chain ends before it: the anchor knows it',
  anchor_unreadable: 'the line cannot be read',
} as const

const { links, anchored, anchoredAt, first } = await prisma.$transaction(verifyAudit, {
  timeout: 10 * 60_000,
})
if (first) {
  console.error(`The audit is broken at ${first.row}: ${sentences[first.fault]}.`)
  process.exitCode = 1
} else {
  const anchor = anchoredAt === null ? 'no anchor yet' : `${anchored} of them anchored at ${anchoredAt}`
  console.log(`The audit is whole: ${links} links, ${anchor}.`)
}
await prisma.$disconnect()
