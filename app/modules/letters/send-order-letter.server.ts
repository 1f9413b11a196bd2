import { carrierName } from '~/modules/orders/carrier-name'
import { findBuyerPhone } from '~/modules/orders/find-buyer-phone.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { formatMoney } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { findMailSender } from '~/platform/mail/find-mail-sender.server'
import type { Letter } from '~/platform/mail/mail-sender'
import { toSafeNumber } from '~/platform/money'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'
import { noteTold, readTold } from './read-told.server'
import { makingPrefix, tellMaking } from './tell-making.server'

/**
 * Tells whoever ordered, in the language of her order, that it is paid (`about` is `paid`: by letter abroad, by a short message inside the mainland), that a parcel of it is on its way (`about` is the parcel; abroad alone)
 * or that there are pictures of its making (tellMaking). Once, however often the job runs: what the carrier has taken is written down in the same transaction, so only a death between the two can send it
 * again. Without a carrier nothing is sent.
 */
export async function sendOrderLetter({ orderId, about }: { orderId: string; about: string }): Promise<void> {
  if (about.startsWith(makingPrefix)) return tellMaking({ orderId, about })
  await inScope(
    { job: 'order_access' },
    async (tx) => {
      const send = await writeLetter(tx, orderId, about)
      if (!send) return
      if (await noteTold(tx, { orderId, about })) await send()
    },
    { timeout: 45_000 },
  )
}

type Send = () => Promise<void>

/** What carries it; null when there is nothing to tell or nobody to carry it. */
async function writeLetter(tx: Tx, orderId: string, about: string): Promise<Send | null> {
  const told = await readTold(tx, orderId)
  if (!told) return null
  const { number, locale, contact, link } = told
  const t = translator(locale)
  const words = { number, link }
  if (!('email' in contact)) {
    const sms = about === 'paid' ? findSmsSender() : null
    const phone = sms && (await findBuyerPhone(tx, told))
    return sms && phone ? () => sms.sendText({ phone, text: t('letters.paidSms', words) }) : null
  }
  const mail = findMailSender()
  const to = contact.email
  const letter =
    about === 'paid'
      ? {
          to,
          subject: t('letters.paidSubject', { number }),
          text: t('letters.paidText', { ...words, total: formatMoney(locale, toSafeNumber(told.totalFen)) }),
        }
      : await writeParcel(tx, { orderId, about, to, words, locale })
  return mail && letter && (() => mail.send(letter))
}

type ParcelLetter = {
  orderId: string
  about: string
  to: string
  words: { number: string; link: string }
  locale: Locale
}

async function writeParcel(
  tx: Tx,
  { orderId, about, to, words, locale }: ParcelLetter,
): Promise<Letter | null> {
  const t = translator(locale)
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
    to,
    subject: t('letters.sentSubject', { number: words.number }),
    text: t('letters.sentText', {
      ...words,
      seller: locale === 'en' ? nameEn : nameZh,
      carrier: carrierName(parcel.carrier, t),
      tracking: parcel.trackingNumber,
    }),
  }
}
