import { abroadLines } from '~/modules/addresses/address-view'
import type { Actor } from '~/modules/auth/actor'
import { LineSpecification } from '~/modules/orders/schema'
import { readContact } from '~/modules/orders/seal-contact.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { sum, toSafeNumber } from '~/platform/money'
import { type CustomsForm, type CustomsLine, formOf } from './customs-form'

/**
 * The customs form of her parcel, from what was frozen at the sale: what was paid is what is declared. Somebody else's parcel is a 404, and so is one that stays inside the mainland or
 * is neither to be sent nor on its way.
 */
export function getCustomsForm({
  actor,
  sellerOrderId,
}: {
  actor: Actor
  sellerOrderId: string
}): Promise<CustomsForm> {
  return inScope(actor, async (tx) => {
    const row = await findRow(tx, actor, sellerOrderId)
    const contact = row && (await readContact(tx, row.orderId))
    if (!row?.postageRate || row.parcelGrams === null || !contact || !('country' in contact)) throw notFound()
    const valueFen = toSafeNumber(sum(row.lines.map(paidFor)))
    const shortFormFen = await readSetting('abroad.shortFormFen', tx)
    const { seller } = row
    return {
      kind: formOf({ grams: row.parcelGrams, valueFen, lines: row.lines.length, shortFormFen }),
      orderNumber: row.order.number,
      service: row.postageRate.service,
      from: {
        name: seller.nameEn,
        place: `${seller.county.nameEn ?? seller.county.nameZh}, Gansu, P.R. China`,
      },
      to: [contact.name, ...abroadLines(contact)],
      phone: contact.phone,
      email: contact.email,
      lines: row.lines.map(lineOf),
      grams: row.parcelGrams,
      valueFen,
      postageFen: toSafeNumber(row.postageFen),
      today: dayOf(await appNow(tx)),
    }
  })
}

function findRow(tx: Tx, actor: Actor, sellerOrderId: string) {
  return tx.sellerOrder.findFirst({
    where: {
      id: sellerOrderId,
      sellerId: { in: actor.sellerIds },
      status: { in: ['to_ship', 'shipped'] },
      postageRateId: { not: null },
    },
    select: {
      orderId: true,
      parcelGrams: true,
      postageFen: true,
      order: { select: { number: true } },
      postageRate: { select: { service: true } },
      seller: { select: { nameEn: true, county: { select: { nameZh: true, nameEn: true } } } },
      lines: {
        orderBy: { id: 'asc' },
        select: {
          titleZh: true,
          titleEn: true,
          quantity: true,
          amountFen: true,
          discountFen: true,
          specification: true,
        },
      },
    },
  })
}

type LineRow = {
  titleZh: string
  titleEn: string | null
  quantity: number
  amountFen: bigint
  discountFen: bigint
  specification: unknown
}

function paidFor({ amountFen, discountFen }: LineRow): bigint {
  return amountFen - discountFen
}

/** Without an entry the piece is called by its title. */
function lineOf(row: LineRow): CustomsLine {
  const { customs, weightGrams } = LineSpecification.parse(row.specification)
  return {
    description: customs ? `${customs.descriptionEn} ${customs.descriptionZh}` : (row.titleEn ?? row.titleZh),
    quantity: row.quantity,
    grams: weightGrams === null ? null : weightGrams * row.quantity,
    valueFen: toSafeNumber(paidFor(row)),
    hsCode: customs?.hsCode ?? null,
    origin: customs?.origin ?? 'CN',
  }
}
