import { keepAttachment } from '~/modules/attachments/keep-attachment.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/boss.server'
import { createDataKey, findDataKey } from '~/platform/secrets/envelope.server'
import { type About, findConversation, findSubject, type Subject } from './find-conversation.server'
import { refuseContact } from './held-back'
import { languageOf } from './language-of'
import { readMessages } from './mark-read.server'
import { type MessageInput, mostPerHour } from './schema'
import { sealWords } from './sealed-words.server'
import type { Who } from './who'

type SendInput = {
  who: Who
  about: About
  form: MessageInput
  /** photos that cleanPictures let through */
  photos: readonly Uint8Array[]
}

/**
 * Writes a message; the first one opens the conversation. The same form again is the same message. What the other side wrote counts as read. Refuses an empty one, ways to
 * reach somebody before an order of the two is paid (refuseContact), a message that is not about an order while one side has blocked the other, and (429) more than
 * thirty of one person in an hour; and one to or by an account that was closed. The id of the conversation.
 */
export async function sendMessage({ who, about, form, photos }: SendInput): Promise<string> {
  if (form.phrase === null && form.words === '') throw new Refusal('messages.empty', 422, {}, 'words')
  return inScope(who.scope, async (tx) => {
    const subject = await findSubject(tx, { who, about })
    const { id, keyId } =
      (await findConversation(tx, { who, about })) ?? (await openConversation(tx, { who, about, subject }))
    await lock(tx, who.userId ?? id)
    const known = await tx.message.findUnique({
      where: { conversationId_token: { conversationId: id, token: form.token } },
      select: { id: true },
    })
    if (known) return id
    const key = await findDataKey(tx, keyId)
    if (!key) throw new Refusal('messages.accountClosed', 409)
    if (!subject.sellerOrderId) await refuseBlocked(tx, subject, who)
    if (!subject.isPaid) refuseContact(form.words)
    await refuseAboveCap(tx, who, id)
    const messageId = crypto.randomUUID()
    const isSaid = form.words !== ''
    await tx.message.create({
      data: {
        id: messageId,
        conversationId: id,
        side: who.side,
        byUserId: who.userId,
        phrase: form.phrase,
        words: isSaid ? sealWords(key, messageId, form.words) : null,
        lang: isSaid ? languageOf(form.words) : null,
        token: form.token,
      },
      select: { id: true },
    })
    await keepPhotos(tx, { messageId, photos, userId: who.userId })
    await readMessages(tx, { conversationId: id, side: who.side, until: await appNow(tx) })
    await enqueue(tx, 'message-notice', { messageId })
    return id
  })
}

/** Two first messages at once open one conversation: the second finds the first one's. */
async function openConversation(
  tx: Tx,
  { who, about, subject }: { who: Who; about: About; subject: Subject },
): Promise<{ id: string; keyId: string }> {
  await lock(tx, subject.sellerOrderId ?? `${subject.productId}|${subject.buyerPersonId}`)
  const known = await findConversation(tx, { who, about })
  if (known) return known
  const { keyId } = await createDataKey(tx)
  const { isPaid: _, ...data } = subject
  const { id } = await tx.conversation.create({ data: { ...data, keyId }, select: { id: true } })
  return { id, keyId }
}

/** One at a time until the transaction ends. */
async function lock(tx: Tx, what: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(710190, hashtext(${what}))`
}

async function refuseBlocked(tx: Tx, { sellerId, buyerPersonId }: Subject, who: Who): Promise<void> {
  if (buyerPersonId === null) return
  const [block] = await tx.conversationBlock.findMany({
    where: { sellerId, buyerPersonId },
    orderBy: { since: 'asc' },
    take: 2,
    select: { side: true },
  })
  if (block) throw new Refusal(block.side === who.side ? 'messages.blockedByYou' : 'messages.blocked', 409)
}

/** Of a guest those of her one conversation count. */
async function refuseAboveCap(tx: Tx, who: Who, conversationId: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ seconds: number }[]>`
    SELECT ceil(extract(epoch FROM "sentAt" + interval '1 hour' - app_now()))::int AS seconds FROM "Message"
    WHERE CASE WHEN ${who.userId}::uuid IS NULL THEN "conversationId" = ${conversationId}::uuid AND side::text = ${who.side} ELSE "byUserId" = ${who.userId}::uuid END
      AND "sentAt" > app_now() - interval '1 hour' ORDER BY "sentAt" DESC LIMIT 1 OFFSET ${mostPerHour - 1}::int`
  if (row) throw new Refusal('messages.hourFull', 429, { most: mostPerHour }, null, row.seconds)
}

async function keepPhotos(
  tx: Tx,
  { messageId, photos, userId }: { messageId: string; photos: readonly Uint8Array[]; userId: string | null },
): Promise<void> {
  const kept = new Set<string>()
  for (const bytes of photos)
    kept.add(await keepAttachment(tx, { bytes, uploadedById: userId, field: 'photos' }))
  await tx.messagePhoto.createMany({
    data: [...kept].map((attachmentId, position) => ({ messageId, attachmentId, position })),
  })
}
