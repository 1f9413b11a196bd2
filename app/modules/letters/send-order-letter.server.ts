import { carrierName } from '~/modules/orders/carrier-name'
import { readContact } from '~/modules/orders/seal-contact.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findMailSender } from '~/platform/mail/find-mail-sender.server'
import type { Letter } from '~/platform/mail/mail-sender'
import { toSafeNumber } from '~/platform/money'
import { orderAddress } from './order-address.server'
import { makingPrefix, tellMaking } from './tell-making.server'

/**
 * Tells whoever ordered, in her language, that her order is paid (`about` is `paid`), that a parcel of it is on its way (`about` is the parcel) or that there are pictures of its making (tellMaking). Once, however often the job runs: what the carrier
 * has taken is written down in the same transaction, so only a death between the two can send it again. Without a carrier, or an address, nothing is sent.
 */
export async function sendOrderLetter({ orderId, about }: { orderId: string; about: string }): Promise<void> {
  if (about.startsWith(makingPrefix)) return tellMaking({ orderId, about })
  const sender = findMailSender()
  if (!sender) return
  await inScope(
    { job: 'order_access' },
    async (tx) => {
      const { count } = await tx.orderLetter.createMany({ data: [{ orderId, about }], skipDuplicates: true })
      const letter = count === 0 ? null : await writeLetter(tx, orderId, about)
      if (letter) await sender.send(letter)
    },
    { timeout: 45_000 },
  )
}

async function writeLetter(tx: Tx, orderId: string, about: string): Promise<Letter | null> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { number: true, status: true, locale: true, totalFen: true },
  })
  const contact = await readContact(tx, orderId)
  if (order.status !== 'paid' || !contact || !('email' in contact)) return null
  const locale: Locale = order.locale === 'en' ? 'en' : 'zh-CN'
  const t = translator(locale)
  const { number } = order
  const words = { number, link: await orderAddress(tx, { orderId, number, locale }) }
  if (about === 'paid')
    return {
      to: contact.email,
      subject: t('letters.paidSubject', { number }),
      text: t('letters.paidText', { ...words, total: formatMoney(locale, toSafeNumber(order.totalFen)) }),
    }
  const parcel = await tx.shipment.findFirst({
    where: { sellerOrder: { id: about, orderId } },
    select: {
      carrier: true,
      trackingNumber: true,
      sellerOrder: { select: { seller: { select: { nameZh: true, nameEn: true } } } },
    },
  })
  if (!parcel) return null
  const { nameZh, nameEn } = parcel.sellerOrder.seller
  return {
    to: contact.email,
    subject: t('letters.sentSubject', { number }),
    text: t('letters.sentText', {
      ...words,
      seller: locale === 'en' ? nameEn : nameZh,
      carrier: carrierName(parcel.carrier, t),
      tracking: parcel.trackingNumber,
    }),
  }
}
