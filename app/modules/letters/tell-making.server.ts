import { findBuyerPhone } from '~/modules/orders/find-buyer-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { findMailSender } from '~/platform/mail/find-mail-sender.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { noteTold, readTold } from './read-told.server'

/** `making:<part>:<day>`: one such message a day about each part. */
export const makingPrefix = 'making:'

/**
 * Tells whoever ordered that there are new pictures of the making of a part: by mail abroad, by a short message inside the mainland. Once a day for each part, however often the job runs. Nothing
 * is sent without a carrier, nor when the pictures were taken away again.
 */
export async function tellMaking({ orderId, about }: { orderId: string; about: string }): Promise<void> {
  const [, sellerOrderId = ''] = about.split(':')
  await inScope(
    { job: 'order_access' },
    async (tx) => {
      const send = await writeMaking(tx, { orderId, sellerOrderId })
      if (!send) return
      if (await noteTold(tx, { orderId, about })) await send()
    },
    { timeout: 45_000 },
  )
}

/** What carries the message; null when there is nothing to tell or nobody to carry it. */
async function writeMaking(
  tx: Tx,
  { orderId, sellerOrderId }: { orderId: string; sellerOrderId: string },
): Promise<(() => Promise<void>) | null> {
  const part = await tx.sellerOrder.findFirst({
    where: { id: sellerOrderId, orderId, making: { some: { removedAt: null } }, order: { status: 'paid' } },
    select: { seller: { select: { nameZh: true, nameEn: true } } },
  })
  const told = part && (await readTold(tx, orderId))
  if (!part || !told) return null
  const { number, locale, contact, link } = told
  const t = translator(locale)
  const seller = locale === 'en' ? part.seller.nameEn : part.seller.nameZh
  const words = { number, seller, link }
  if ('email' in contact) {
    const mail = findMailSender()
    const letter = {
      to: contact.email,
      subject: t('letters.makingSubject', { number }),
      text: t('letters.makingText', words),
    }
    return mail && (() => mail.send(letter))
  }
  const sms = findSmsSender()
  const phone = sms && (await findBuyerPhone(tx, told))
  return sms && phone ? () => sms.sendText({ phone, text: t('letters.makingSms', words) }) : null
}
