import { createHash } from 'node:crypto'
import type { Actor } from '~/modules/auth/actor'
import { addListingPhoto } from '~/modules/catalog/add-listing-photo.server'
import { lockDraft } from '~/modules/catalog/lock-revision.server'
import type { Shot } from '~/modules/catalog/shots'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { dropUpload } from './drop-upload.server'

/** A photograph on its way, as the device describes it with every piece. */
export type Photograph = {
  uploadId: string
  productId: string
  shot: Shot
  /** of the whole, hex */
  sha256: string
  bytes: number
}

/** How far a photograph has come. */
export type Progress = {
  received: number
  isDone: boolean
  isDim: boolean
}

/**
 * Takes in one piece of a photograph: `start` is where it begins in the whole. A piece that is here already, or one that comes too early, changes nothing: the answer says from where
 * to go on, so that a line that broke, a reload or two pages at once never bring a byte twice. An empty piece says that the photograph is coming, and asks how much of it is here. With the last one the whole is checked
 * against its hash and becomes a photo of the draft, once. Refuses somebody else's piece, a whole that does not fit its hash (it begins anew), and what addListingPhoto
 * refuses (then nothing of it stays).
 */
export async function receivePiece({
  actor,
  photograph,
  start,
  body,
}: {
  actor: Actor
  photograph: Photograph
  start: number
  body: Uint8Array
}): Promise<Progress> {
  const { uploadId, productId, shot } = photograph
  const { received, isDone } = await inScope(actor, async (tx) => {
    const upload = await lockUpload(tx, { actor, photograph })
    if (upload.doneAt !== null) return { received: upload.received, isDone: true }
    const follows = start === upload.received && body.length > 0
    if (!follows || start + body.length > upload.bytes) return { received: upload.received, isDone: false }
    await tx.uploadPiece.create({ data: { uploadId, start, body: new Uint8Array(body) } })
    return { received: start + body.length, isDone: false }
  })
  if (isDone || received < photograph.bytes) return { received, isDone, isDim: false }
  const whole = await inScope(actor, (tx) => joinPieces(tx, photograph))
  if (whole === null) {
    if (await dropUpload({ actor, uploadId })) throw new Refusal('pocket.damaged', 412)
    return { received, isDone: true, isDim: false }
  }
  const { isDim } = await addListingPhoto({ actor, productId, bytes: whole, shot }).catch(async (error) => {
    if (error instanceof Refusal && error.status === 422) await dropUpload({ actor, uploadId })
    throw error
  })
  await inScope(actor, async (tx) => {
    await tx.$executeRaw`UPDATE "PhotoUpload" SET "doneAt" = app_now() WHERE id = ${uploadId}::uuid AND "doneAt" IS NULL`
    await tx.uploadPiece.deleteMany({ where: { uploadId } })
  })
  return { received, isDone: true, isDim }
}

/** The row of a photograph, held until the transaction ends; made by its first piece. One of another piece or with other bytes is not found; refuses a draft that is being read. */
async function lockUpload(tx: Tx, { actor, photograph }: { actor: Actor; photograph: Photograph }) {
  const { uploadId, productId, shot, sha256, bytes } = photograph
  await lockDraft(tx, { actor, productId })
  await tx.$executeRaw`
    INSERT INTO "PhotoUpload" (id, "productId", shot, sha256, bytes) VALUES (${uploadId}::uuid, ${productId}::uuid, ${shot}, ${sha256}, ${bytes}::int)
    ON CONFLICT DO NOTHING`
  const [row] = await tx.$queryRaw<{ received: number; bytes: number; doneAt: Date | null }[]>`
    SELECT received, bytes, "doneAt" FROM "PhotoUpload"
    WHERE id = ${uploadId}::uuid AND "productId" = ${productId}::uuid AND sha256 = ${sha256} AND bytes = ${bytes}::int FOR UPDATE`
  if (!row) throw notFound()
  return row
}

/** The whole photograph; null when it does not fit its hash, or when another page was quicker and its pieces are gone. */
async function joinPieces(tx: Tx, { uploadId, sha256 }: Photograph): Promise<Buffer | null> {
  const pieces = await tx.uploadPiece.findMany({
    where: { uploadId },
    orderBy: { start: 'asc' },
    select: { body: true },
  })
  const whole = Buffer.concat(pieces.map(({ body }) => body))
  return createHash('sha256').update(whole).digest('hex') === sha256 ? whole : null
}
