import { findPrincipal } from '~/modules/mandates/find-principal.server'
import { findOrderSecret } from '~/modules/orders/order-secret.server'
import { readContact } from '~/modules/orders/seal-contact.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { inScope, withinScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { type Locale, localPath } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { enqueue } from '~/platform/jobs/boss.server'
import { findMailSender } from '~/platform/mail/find-mail-sender.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

const unreadSelect = {
  id: true,
  side: true,
  sentAt: true,
  readAt: true,
  conversationId: true,
  conversation: {
    select: {
      sellerId: true,
      buyerPersonId: true,
      seller: { select: { nameZh: true, nameEn: true } },
      sellerOrder: { select: { order: { select: { id: true, number: true, locale: true } } } },
    },
  },
} as const

/**
 * Tells the other side that a message waits, without what it says: the maker by SMS, at most once an hour however many buyers write, a buyer with an e-mail address by mail,
 * at most once an hour for one conversation. What was read meanwhile is told to nobody. Once, however often the job runs: what the carrier has taken is written down in the
 * same transaction. Without a carrier or an address nothing is sent.
 */
export async function sendNotice({ messageId }: { messageId: string }): Promise<void> {
  await inScope(
    { job: 'message' },
    async (tx) => {
      const message = await tx.message.findUnique({ where: { id: messageId }, select: unreadSelect })
      if (!message || message.readAt) return
      const { sellerId } = message.conversation
      const to = message.side === 'buyer' ? 'seller' : 'buyer'
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(710191, hashtext(${to === 'seller' ? sellerId : message.conversationId}))`
      const [lately] = await tx.$queryRaw<{ isAfter: boolean }[]>`
        SELECT "sentAt" >= ${message.sentAt} AS "isAfter" FROM "MessageNotice" WHERE side::text = ${to} AND "sentAt" > app_now() - interval '1 hour'
          AND CASE WHEN ${to} = 'seller' THEN "sellerId" = ${sellerId}::uuid ELSE "conversationId" = ${message.conversationId}::uuid END ORDER BY "sentAt" DESC LIMIT 1`
      if (lately) {
        // she was told of what came before it: once the hour is over she is told of this one, unless she has read it
        if (!lately.isAfter) await enqueue(tx, 'message-notice', { messageId }, { afterSeconds: 3600 })
        return
      }
      const send = await (to === 'seller' ? prepareSms(tx, sellerId) : prepareMail(tx, message))
      if (!send) return
      await tx.messageNotice.create({
        data: { messageId, conversationId: message.conversationId, sellerId, side: to },
        select: { messageId: true },
      })
      await send()
    },
    { timeout: 45_000 },
  )
}

type Send = () => Promise<void>

/** To the owner's own phone. */
async function prepareSms(tx: Tx, sellerId: string): Promise<Send | null> {
  const sender = findSmsSender()
  const personId = await findPrincipal(tx, sellerId)
  if (!sender || !personId) return null
  const phone = await withinScope(tx, { job: 'sign_in' }, () => readSecret(tx, { personId, field: 'phone' }))
  const text = translator('zh-CN')('messages.smsText', { link: publicOrigin() + paths.studioMessages() })
  return phone === null ? null : () => sender.sendText({ phone, text })
}

type Told = {
  conversationId: string
  conversation: {
    buyerPersonId: string | null
    seller: { nameZh: string; nameEn: string }
    sellerOrder: { order: { id: string; number: string; locale: string } } | null
  }
}

/** To the address that the order goes to, else to that of her account; the mainland is told on its pages. */
async function prepareMail(tx: Tx, { conversationId, conversation }: Told): Promise<Send | null> {
  const sender = findMailSender()
  if (!sender) return null
  const { buyerPersonId, seller, sellerOrder } = conversation
  const order = sellerOrder?.order ?? null
  const to = await findAddress(tx, { orderId: order?.id ?? null, buyerPersonId })
  if (to === null) return null
  const locale: Locale = order?.locale === 'zh-CN' ? 'zh-CN' : 'en'
  const t = translator(locale)
  const secret = order && (await findOrderSecret(tx, order.id))
  const path = order
    ? secret
      ? paths.orderLink({ number: order.number, secret })
      : paths.order({ number: order.number })
    : paths.accountConversation({ conversationId })
  return () =>
    sender.send({
      to,
      subject: t('messages.mailSubject'),
      text: t('messages.mailText', {
        seller: locale === 'en' ? seller.nameEn : seller.nameZh,
        link: publicOrigin() + localPath(locale, path),
      }),
    })
}

async function findAddress(
  tx: Tx,
  { orderId, buyerPersonId }: { orderId: string | null; buyerPersonId: string | null },
): Promise<string | null> {
  const contact = orderId && (await withinScope(tx, { job: 'order_access' }, () => readContact(tx, orderId)))
  if (contact && 'email' in contact) return contact.email
  if (buyerPersonId === null) return null
  return withinScope(tx, { job: 'sign_in' }, () =>
    readSecret(tx, { personId: buyerPersonId, field: 'email' }),
  )
}
