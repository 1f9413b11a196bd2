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
 * of them once, however often the job runs: one owner's message that fails keeps no other from hers, and what no carrier takes is not noted as told. A card that was stopped meanwhile is not announced
 * any more. The message leads to her own page behind the sign-in, never to a page that acts by itself.
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
  const card = await inScope({ job: 'payout' }, (tx) => callDesk(tx, bankAccountId, notice))
  const failures: unknown[] = []
  for (const personId of card?.owners ?? []) {
    const telling = inScope({ job: 'payout' }, (tx) => tellOwner(tx, { bankAccountId, notice, personId }), {
      timeout: 45_000,
    })
    await telling.catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

/** Calls the desk, once; null when there is nothing to tell of the card any more. */
async function callDesk(tx: Tx, bankAccountId: string, notice: CardNotice): Promise<Card | null> {
  const card = await findToldCard(tx, bankAccountId, notice)
  if (!card || notice === 'stopped') return card
  const { count } = await tx.cardNotice.createMany({
    data: [{ bankAccountId, about: notice, personId: null }],
    skipDuplicates: true,
  })
  if (count > 0 && card.shop)
    await openAlert(tx, {
      kind: 'card_changed',
      subject: { type: 'Party', id: card.partyId },
      detail: { reason: card.shop },
    })
  return card
}

/** Tells one owner, if there is a carrier and she has a phone. */
async function tellOwner(
  tx: Tx,
  { bankAccountId, notice, personId }: { bankAccountId: string; notice: CardNotice; personId: string },
): Promise<void> {
  const sms = findSmsSender()
  const card = await findToldCard(tx, bankAccountId, notice)
  const phone = await readSecret(tx, { personId, field: 'phone' })
  if (!sms || !card || phone === null) return
  const { count } = await tx.cardNotice.createMany({
    data: [{ bankAccountId, about: notice, personId }],
    skipDuplicates: true,
  })
  if (count > 0) await sms.sendText({ phone, text: wordsOf(card, notice) })
}

/** A card that was stopped is told as that alone. */
async function findToldCard(tx: Tx, id: string, notice: CardNotice): Promise<Card | null> {
  const card = await findCard(tx, id)
  return card && (card.closedAt !== null) === (notice === 'stopped') ? card : null
}

/** Cards whose time of cooling is over: of each owner who was told of the registration, and of the desk, that has not heard it yet; tried for a week. */
export async function tellUsableCards(): Promise<void> {
  const due = await inScope(
    { job: 'payout' },
    (tx) =>
      tx.$queryRaw<{ id: string }[]>`
      SELECT b.id::text FROM "BankAccount" b
      WHERE b."closedAt" IS NULL AND b."usableFrom" <= app_now() AND b."usableFrom" > app_now() - interval '7 days' AND EXISTS (
        SELECT 1 FROM "CardNotice" n WHERE n."bankAccountId" = b.id AND n.about = 'registered' AND NOT EXISTS (
          SELECT 1 FROM "CardNotice" x WHERE x."bankAccountId" = b.id AND x.about = 'usable' AND x."personId" IS NOT DISTINCT FROM n."personId"))
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
  /** of a shop that is not open yet */
  isApplying: boolean
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
              status: true,
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
  return { ...card, shop: seller?.nameZh ?? null, isApplying: seller?.status === 'applying', owners }
}

function wordsOf({ shop, isApplying, bankName, last4, usableFrom }: Card, notice: CardNotice): string {
  const t = translator('zh-CN')
  return t(`cardNotice.${notice}`, {
    shop: shop ?? t('card.purseOwn'),
    bank: bankName,
    last4,
    time: formatInstant('zh-CN', usableFrom),
    link: `${publicOrigin()}${shop === null ? paths.accountMoney() : isApplying ? paths.studioJoinCard() : paths.studioSettings()}`,
  })
}
