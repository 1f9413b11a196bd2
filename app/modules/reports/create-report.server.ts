import { randomInt } from 'node:crypto'
import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { addressKey } from '~/modules/auth/address-key'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { createDataKey } from '~/platform/secrets/envelope.server'
import { keyedHash, randomToken, tokenHash } from '~/platform/secrets/token.server'
import { findSubject } from './find-subject.server'
import { mostFiles, mostPerDay, type ReportInput } from './schema'
import { sealReport } from './sealed-report.server'

type CreateInput = {
  form: ReportInput
  files: readonly Uint8Array[]
  /** null: a stranger */
  userId: string | null
  locale: Locale
  /** the client's address, as the front door gives it */
  address: string
  /** what is handed in with it besides files, written in the same transaction */
  beside?: (tx: Tx, reportId: string) => Promise<void>
}

/**
 * Hands in a report; its number is for people, its secret opens the page on which it is followed. Refuses (429) more than ten of one network address in a day, more than
 * three files and what keepAttachment refuses (beside `evidence`), a notice of copying about a piece that is not there (beside `kind`), an order number that is none.
 */
export async function createReport({
  form,
  files,
  userId,
  locale,
  address,
  beside,
}: CreateInput): Promise<{ number: string; secret: string }> {
  const { title: _, ...subject } = await findSubject(form, locale)
  if (form.kind === 'copied_design' && subject.productId === null)
    throw new Refusal('reports.needsPiece', 422, {}, 'kind')
  if (form.order !== null && subject.orderId === null && subject.sellerId === null)
    throw new Refusal('reports.noOrder', 422, {}, 'order')
  if (files.length > mostFiles)
    throw new Refusal('reports.tooManyFiles', 422, { most: mostFiles }, 'evidence')
  const addressHash = keyedHash('address', addressKey(address))
  return inScope({ job: 'report' }, async (tx) => {
    await refuseAboveCap(tx, addressHash)
    const id = crypto.randomUUID()
    const secret = randomToken(16)
    const number = await newReportNumber(tx)
    const sealed = sealReport(await createDataKey(tx), id, {
      contact: { name: form.name, contact: form.contact },
      words: { words: form.words, ownWork: form.kind === 'copied_design' ? form.ownWork : '' },
    })
    await tx.report.create({
      data: {
        id,
        number,
        kind: form.kind,
        ...subject,
        ...sealed,
        accessHash: tokenHash(secret),
        addressHash,
      },
      select: { id: true },
    })
    const kept = new Set<string>()
    for (const bytes of files)
      kept.add(await keepAttachment(tx, { bytes, uploadedById: userId, field: 'evidence' }))
    await tx.reportEvidence.createMany({
      data: [...kept].map((attachmentId) => ({ reportId: id, attachmentId })),
    })
    await beside?.(tx, id)
    return { number, secret }
  })
}

/** Taken per address until the transaction ends: two reports at once do not pass the cap together. */
async function refuseAboveCap(tx: Tx, addressHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710157, ${Buffer.from(addressHash).readInt32BE(0)}::int)`
  const [row] = await tx.$queryRaw<{ seconds: number }[]>`
    SELECT ceil(extract(epoch FROM "createdAt" + interval '24 hours' - app_now()))::int AS seconds FROM "Report"
    WHERE "addressHash" = ${addressHash} AND "createdAt" > app_now() - interval '24 hours' ORDER BY "createdAt" DESC LIMIT 1 OFFSET ${mostPerDay - 1}::int`
  if (row) throw new Refusal('reports.dayFull', 429, {}, null, row.seconds)
}

/** Year and month in Lanzhou, then six random digits that no report has. */
async function newReportNumber(tx: Tx): Promise<string> {
  const day = dayOf(await appNow(tx))
  for (;;) {
    const number = `${day.slice(2, 4)}${day.slice(5, 7)}-${String(randomInt(1_000_000)).padStart(6, '0')}`
    if (!(await tx.report.findUnique({ where: { number }, select: { id: true } }))) return number
  }
}
