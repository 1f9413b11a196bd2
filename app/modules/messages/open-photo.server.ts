import { attachmentName, attachmentPlace } from '~/modules/attachments/attachment-place.server'
import { inScope, type Scope, withinScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { openDataKey, unsealBytes } from '~/platform/secrets/envelope.server'
import { storage } from '~/platform/storage/storage.server'
import type { Who } from './who'

/** A photo of a message as a JPEG, for the two whose conversation it is in. Anybody else gets a 404. */
export function openPhoto({ who, attachmentId }: { who: Who; attachmentId: string }): Promise<Buffer> {
  return openPhotoOf(who.scope, { attachmentId, conversation: who.hers }, async () => {})
}

/** The same for whoever the condition on its conversation lets through; `before` is done first. What was forgotten there is found in no other. */
export function openPhotoOf(
  scope: Scope,
  { attachmentId, conversation }: { attachmentId: string; conversation: Prisma.ConversationWhereInput },
  before: (tx: Tx) => Promise<void>,
): Promise<Buffer> {
  return inScope(scope, async (tx) => {
    const message = { conversation: { ...conversation, key: { destroyedAt: null } } }
    const where = { attachmentId, message }
    const photo = await tx.messagePhoto.findFirst({ where, select: { attachmentId: true } })
    const sealed = photo && (await storage.readAll(attachmentName(attachmentId)))
    if (!sealed) throw notFound()
    await before(tx)
    const { keyId } = await withinScope(tx, { job: 'files' }, () =>
      tx.attachment.findUniqueOrThrow({ where: { id: attachmentId }, select: { keyId: true } }),
    )
    const key = await openDataKey(tx, keyId)
    return unsealBytes(key, sealed, attachmentPlace(attachmentId))
  })
}

/** A photo as it is answered: kept by no cache. */
export function photoResponse(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Content-Length': String(bytes.length),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
