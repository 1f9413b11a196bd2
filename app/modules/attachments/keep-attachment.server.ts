import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { attachmentLimit } from '~/body-limits'
import { withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { createDataKey, sealBytes } from '~/platform/secrets/envelope.server'
import { storage } from '~/platform/storage/storage.server'
import { attachmentName, attachmentPlace } from './attachment-place.server'

const contentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const

type KeepInput = { bytes: Uint8Array; uploadedById: string | null; field: string }

/**
 * Keeps a file that only staff may open: judged by its bytes, never by its name, sealed with a key of its own and stored beside the database. The row and its key are
 * written first: a crash leaves sealed bytes that nothing opens. The same file of the same person is one, whose key stays until it is shown. Refuses (beside `field`) an empty file, one above
 * 10 MB and anything but a picture or a PDF.
 */
export async function keepAttachment(tx: Tx, { bytes, uploadedById, field }: KeepInput): Promise<string> {
  if (bytes.length === 0) throw new Refusal('attachment.none', 422, {}, field)
  if (bytes.length > attachmentLimit)
    throw new Refusal('attachment.tooLarge', 422, { limit: attachmentLimit / 1024 / 1024 }, field)
  const found = await fileTypeFromBuffer(bytes)
  const contentType = contentTypes.find((one) => one === found?.mime)
  if (!contentType) throw new Refusal('attachment.badType', 422, {}, field)
  const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest())
  return withinScope(tx, { job: 'files' }, async () => {
    const [known] = await tx.$queryRaw<{ id: string }[]>`
      SELECT a.id::text FROM "Attachment" a JOIN "DataKey" k ON k.id = a."keyId"
      WHERE a.sha256 = ${sha256} AND a."uploadedById" = ${uploadedById}::uuid AND k."destroyedAt" IS NULL LIMIT 1 FOR SHARE OF k`
    if (known) return known.id
    const key = await createDataKey(tx)
    const { id } = await tx.attachment.create({
      data: { keyId: key.keyId, contentType, byteLength: bytes.length, sha256, uploadedById },
      select: { id: true },
    })
    await storage.putAs(attachmentName(id), sealBytes(key, bytes, attachmentPlace(id)))
    return id
  })
}
