import { openAlert } from '~/modules/alerts/open-alert.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { paths } from '~/paths'
import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { formatInstant } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/translate'
import { log } from '~/platform/log.server'
import { findSmsSender } from '~/platform/sms/find-sms-sender.server'

const notices = ['registered', 'usable', 'stopped'] as const
type CardNotice = (typeof notices)[number]

/**
 * Tells whoever owns a purse, on her phone, that a card was registered for it, that it is used from now on, or that it was stopped before that; a shop's coordinators are called to the first two. Each
 * once, however often the job runs. A card that was stopped meanwhile is not announced any more. The message leads to her own page behind the sign-in, never to a page that acts by itself.
 */
export async function tellCard({
  bankAccountId,
  about,
}: {
  bankAccountId: string
  about: string
}): Promise<void> {
  const notice = notices.find((one) => one === about)
  if (!notice) throw new Error(`nothing is told about a card that is ${about}`)
  await inScope(
    { job: 'payout' },
    async (tx) => {
      const card = await findCard(tx, bankAccountId)
      if (!card || (card.closedAt !== null) !== (notice === 'stopped')) return
      const { count } = await tx.cardNotice.createMany({
        data: [{ bankAccountId, about: notice }],
        skipDuplicates: true,
      })
      if (count === 0) return
      if (card.shop && notice !== 'stopped')
        await openAlert(tx, {
          kind: 'card_changed',
          subject: { type: 'Party', id: card.partyId },
          detail: { reason: card.shop },
        })
      const sms = findSmsSender()
      if (!sms) return
      const text = wordsOf(card, notice)
      for (const phone of await findPhones(tx, card.owners)) await sms.sendText({ phone, text })
    },
    { timeout: 45_000 },
  )
}

/** Cards whose time of cooling is over, of those whose registration was told. */
export async function tellUsableCards(): Promise<void> {
  const due = await inScope(
    { job: 'payout' },
    (tx) =>
      tx.$queryRaw<{ id: string }[]>`
      SELECT b.id::text FROM "BankAccount" b JOIN "CardNotice" n ON n."bankAccountId" = b.id AND n.about = 'registered'
      WHERE b."closedAt" IS NULL AND b."usableFrom" <= app_now()
        AND NOT EXISTS (SELECT 1 FROM "CardNotice" x WHERE x."bankAccountId" = b.id AND x.about = 'usable')
      ORDER BY b."usableFrom", b.id LIMIT 50`,
  )
  for (const { id } of due) {
    try {
      await tellCard({ bankAccountId: id, about: 'usable' })
    } catch (error) {
      log.error('card.notice_failed', error, { job: 'card-notice' })
    }
  }
}

type Card = {
  partyId: string
  bankName: string
  last4: string
  usableFrom: Date
  closedAt: Date | null
  /** the shop's name; null for money of a person's own */
  shop: string | null
  owners: string[]
}

async function findCard(tx: Tx, id: string): Promise<Card | null> {
  const today = toDateColumn(dayOf(await appNow(tx)))
  const row = await tx.bankAccount.findUnique({
    where: { id },
    select: {
      partyId: true,
      bankName: true,
      last4: true,
      usableFrom: true,
      closedAt: true,
      party: {
        select: {
          personId: true,
          seller: {
            select: {
              nameZh: true,
              people: {
                where: {
                  role: 'owner',
                  validFrom: { lte: today },
                  OR: [{ validTo: null }, { validTo: { gt: today } }],
                },
                select: { personId: true },
              },
            },
          },
        },
      },
    },
  })
  if (!row) return null
  const { party, ...card } = row
  const { seller, personId } = party
  const owners = seller ? seller.people.map((one) => one.personId) : personId ? [personId] : []
  return { ...card, shop: seller?.nameZh ?? null, owners }
}

async function findPhones(tx: Tx, owners: readonly string[]): Promise<string[]> {
  const phones = []
  for (const personId of owners) phones.push(await readSecret(tx, { personId, field: 'phone' }))
  return phones.filter((phone) => phone !== null)
}

function wordsOf({ shop, bankName, last4, usableFrom }: Card, notice: CardNotice): string {
  const t = translator('zh-CN')
  return t(`cardNotice.${notice}`, {
    shop: shop ?? t('card.purseOwn'),
    bank: bankName,
    last4,
    time: formatInstant('zh-CN', usableFrom),
    link: `${publicOrigin()}${shop === null ? paths.accountMoney() : paths.studioSettings()}`,
  })
}
