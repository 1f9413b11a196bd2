import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { advanceProduct, lockProduct } from '~/modules/catalog/advance-product.server'
import { refuseHeld } from '~/modules/claims/refuse-held.server'
import { takeClaim } from '~/modules/claims/take-claim.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { deskScope } from './desk-scope'
import type { ReportKind } from './schema'

type DeskInput = { actor: Actor; reportId: string }
type OpenReport = { productId: string | null; kind: ReportKind; heldAt: Date | null }

/** Whatever the desk does to a report: under its lock, only while it is open, with an entry in the audit. Refuses (404) one outside her region, and (409) a closed one and one that a colleague is on. */
function change(
  { actor, reportId }: DeskInput,
  action: string,
  reason: string | null,
  work: (tx: Tx, now: Date, report: OpenReport) => Promise<Prisma.ReportUncheckedUpdateInput>,
): Promise<void> {
  return inScope(deskScope(actor), async (tx) => {
    const [row] = await tx.$queryRaw<(OpenReport & { closedAt: Date | null })[]>`
      SELECT "closedAt", "productId", kind::text AS kind, "heldAt" FROM "Report" WHERE id = ${reportId}::uuid FOR UPDATE`
    if (!row) throw notFound()
    if (row.closedAt) throw new Refusal('reports.isClosed', 409)
    await refuseHeld(tx, { actor, queue: 'report', subjectId: reportId })
    const data = await work(tx, await appNow(tx), row)
    await tx.report.update({ where: { id: reportId }, data, select: { id: true } })
    await recordAudit(tx, { actor, action, subject: { type: 'Report', id: reportId }, reason })
  })
}

/** Whoever answered for the seller, or wrote in the conversation that was handed in, judges nothing of it (trigger report_judge). */
async function refuseOwnCase(tx: Tx, { actor, reportId }: DeskInput): Promise<void> {
  const [own] = await tx.$queryRaw<{ isOwn: boolean }[]>`
    SELECT took_part_in_report(${actor.userId}::uuid, ${reportId}::uuid) AS "isOwn"`
  if (own?.isOwn) throw new Refusal('reports.ownCase', 409)
}

/** She is on it from now on, in place of whoever was: for the next half hour nobody else does anything about it. */
export function takeReport(input: DeskInput): Promise<void> {
  const { actor, reportId } = input
  return change(input, 'report.taken', null, async (tx) => {
    await takeClaim(tx, { actor, queue: 'report', subjectId: reportId })
    return { takenById: actor.userId }
  })
}

/** What whoever handed it in reads on its page; a later answer takes the place of an earlier one. */
export function answerReport({ answer, ...input }: DeskInput & { answer: string }): Promise<void> {
  return change(input, 'report.answered', null, async (_tx, now) => ({
    answer,
    answeredAt: now,
    takenById: input.actor.userId,
  }))
}

/** Takes the piece that it is about off the shelves and keeps it off, whoever would put it back, until the report is dismissed. Refuses a report about no piece, and somebody who took part in it. */
export function holdListing(input: DeskInput): Promise<void> {
  return change(input, 'report.piece_held', null, async (tx, now, { productId }) => {
    await refuseOwnCase(tx, input)
    if (productId === null) throw new Refusal('reports.noPiece', 409)
    await takeOff(tx, productId)
    return { heldAt: now, takenById: input.actor.userId }
  })
}

/** Also where its seller puts it back in the same moment: whichever is later sees the other. */
async function takeOff(tx: Tx, productId: string): Promise<void> {
  await lockProduct(tx, productId)
  await advanceProduct(tx, { productId, to: 'paused' })
}

type CloseInput = DeskInput & { outcome: 'upheld' | 'dismissed'; answer: string; reason: string }

/**
 * Ends it with a last answer and a reason for the record. A piece that was held stays off when it is upheld, one whose design was copied also where nobody held it before; when it is
 * dismissed its seller may put it back. Refuses (409) somebody who took part in it.
 */
export function closeReport({ outcome, answer, reason, ...input }: CloseInput): Promise<void> {
  return change(input, 'report.closed', reason, async (tx, now, { productId, kind, heldAt }) => {
    await refuseOwnCase(tx, input)
    const takesOff = outcome === 'upheld' && kind === 'copied_design' && productId !== null && heldAt === null
    if (takesOff) await takeOff(tx, productId)
    return {
      ...(takesOff ? { heldAt: now } : {}),
      outcome,
      answer,
      isAnswerForBoth: kind === 'copied_design',
      answeredAt: now,
      closedAt: now,
      closedById: input.actor.userId,
      closeReason: reason,
    }
  })
}
