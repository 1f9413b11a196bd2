import { abroadLines } from '~/modules/addresses/address-view'
import type { AddressContent } from '~/modules/addresses/schema'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { answersIn } from '~/modules/catalog/wishes'
import { LineSpecification } from '~/modules/orders/schema'
import { readContact } from '~/modules/orders/seal-contact.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma, Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { sum, toSafeNumber } from '~/platform/money'
import type { PaperLine, ParcelPaper } from './parcel-paper'
import { mostPapers, type PaperKind } from './schema'

type PapersInput = { actor: Actor; kind: PaperKind; sellerOrderIds: readonly string[] }

/**
 * What is printed for parts of hers, or that a base of hers has received, which are paid and still to be sent, in the order of their days. Each opening of an address is written into the audit before it is told. Somebody else's part is a
 * 404, for all of them; refuses more than fifty, and a part that was sent or given up.
 */
export function openParcelPapers({ actor, kind, sellerOrderIds }: PapersInput): Promise<ParcelPaper[]> {
  return inScope(actor, async (tx) => {
    if (sellerOrderIds.length > mostPapers) throw new Refusal('packing.tooMany', 422, { most: mostPapers })
    const rows = await tx.sellerOrder.findMany({
      where: {
        id: { in: [...sellerOrderIds] },
        OR: [{ sellerId: { in: actor.sellerIds } }, { collections: { some: atBaseOf(actor) } }],
      },
      orderBy: [{ shipBy: 'asc' }, { id: 'asc' }],
      select,
    })
    if (rows.length < sellerOrderIds.length) throw notFound()
    const papers: ParcelPaper[] = []
    for (const row of rows) {
      if (row.status === 'pending_payment') throw notFound()
      if (row.status !== 'to_ship') throw new Refusal('packing.notToSend', 409, { number: row.order.number })
      papers.push(await openPaper(tx, { actor, kind, row }))
    }
    return papers
  })
}

function atBaseOf({ sellerIds }: Actor): Prisma.CollectionWhereInput {
  return { baseId: { in: sellerIds }, receivedAt: { not: null }, endedAt: null }
}

const select = {
  id: true,
  orderId: true,
  status: true,
  itemsFen: true,
  discountFen: true,
  postageFen: true,
  postageRate: { select: { service: true } },
  order: { select: { number: true, locale: true, words: { select: { giftNote: true } }, hidePrices: true } },
  seller: {
    select: { nameZh: true, nameEn: true, county: { select: { nameZh: true, nameEn: true } } },
  },
  lines: {
    orderBy: { id: 'asc' },
    select: {
      titleZh: true,
      titleEn: true,
      quantity: true,
      amountFen: true,
      discountFen: true,
      specification: true,
      said: { select: { answers: true } },
    },
  },
} as const satisfies Prisma.SellerOrderSelect

type Row = Prisma.SellerOrderGetPayload<{ select: typeof select }>

async function openPaper(
  tx: Tx,
  { actor, kind, row }: { actor: Actor; kind: PaperKind; row: Row },
): Promise<ParcelPaper> {
  const contact = await readContact(tx, row.orderId)
  if (!contact) throw notFound()
  await recordAudit(tx, {
    actor,
    action: 'order.paper_opened',
    subject: { type: 'SellerOrder', id: row.id },
    detail: { kind },
  })
  const { seller, order } = row
  const locale: Locale = order.locale === 'en' ? 'en' : 'zh-CN'
  const isAbroad = 'country' in contact
  return {
    orderNumber: order.number,
    locale,
    from: isAbroad
      ? { name: seller.nameEn, place: `${seller.county.nameEn ?? seller.county.nameZh}, Gansu, P.R. China` }
      : { name: seller.nameZh, place: `甘肃省 ${seller.county.nameZh}` },
    to: { name: contact.name, phone: contact.phone, lines: linesOf(contact) },
    service: row.postageRate?.service ?? null,
    giftNote: order.words?.giftNote ?? null,
    hidePrices: order.hidePrices,
    lines: row.lines.map((line) => lineOf(line, locale)),
    postageFen: toSafeNumber(row.postageFen),
    totalFen: toSafeNumber(sum([row.itemsFen, -row.discountFen, row.postageFen])),
  }
}

function linesOf(contact: AddressContent): string[] {
  return 'country' in contact ? abroadLines(contact) : [contact.regionText, contact.line]
}

function lineOf(row: Row['lines'][number], locale: Locale): PaperLine {
  const { variantZh, variantEn } = LineSpecification.parse(row.specification)
  const variant = locale === 'en' ? (variantEn ?? variantZh) : variantZh
  const answers = answersIn(locale, row.said?.answers ?? []).map(({ label, answer }) => `${label} ${answer}`)
  return {
    title: locale === 'en' ? (row.titleEn ?? row.titleZh) : row.titleZh,
    details: [...(variant === null ? [] : [variant]), ...answers],
    quantity: row.quantity,
    amountFen: toSafeNumber(row.amountFen - row.discountFen),
  }
}
