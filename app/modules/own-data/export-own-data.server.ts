import { openAddresses } from '~/modules/addresses/own-addresses.server'
import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { WishAnswers } from '~/modules/catalog/wishes'
import { openInvoice } from '~/modules/invoices/sealed-invoice.server'
import { readContact, readOwnPhone } from '~/modules/orders/seal-contact.server'
import { readSecret } from '~/modules/people/read-secret.server'
import { fromDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'
import { findMandates } from './find-mandates.server'
import { findOwnApplications, findOwnCorrections } from './find-own-applications.server'
import { findTalks } from './find-talks.server'
import { findOwnAgreements, findOwnCards, findOwnIncomes, findOwnMarks } from './own-records.server'

/**
 * What the shop keeps about somebody who asks for it herself (Personal Information Protection Law art. 45): her name, number and e-mail address, addresses, orders, invoices,
 * consents, devices, what was written to and by her, who acted for whom, what she marked and asked, applications to sell, corrections, cards and income; prisma/personal-data says of every column where it stands here or why it does not. Only what the walls let her see as herself, whatever she works as; that it was asked for is in the audit. Amounts are fen.
 */
export function exportOwnData({ actor }: { actor: Actor }) {
  const { personId, userId } = actor
  return inScope({ person: personId }, async (tx) => {
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { name: true, createdAt: true },
    })
    await recordAudit(tx, { actor, action: 'own_data.exported', subject: { type: 'Person', id: personId } })
    return {
      name: person.name,
      phone: await readSecret(tx, { personId, field: 'phone' }),
      email: await readSecret(tx, { personId, field: 'email' }),
      since: person.createdAt.toISOString(),
      roles: actor.roles,
      devices: await findDevices(tx, userId),
      consents: await findConsents(tx, personId),
      recordings: await findRecordings(tx, personId),
      agreements: await findOwnAgreements(tx, userId),
      ...(await findOwnMarks(tx, userId)),
      addresses: (await openAddresses(tx, personId)).map(({ isDefault, content }) => ({
        ...content,
        isDefault,
      })),
      orders: await findOrders(tx, personId),
      conversations: await findTalks(tx, actor),
      ...(await findMandates(tx, actor)),
      applications: await findOwnApplications(tx, personId),
      corrections: await findOwnCorrections(tx, personId),
      cards: await findOwnCards(tx),
      incomes: await findOwnIncomes(tx, personId),
    }
  })
}

async function findDevices(tx: Tx, userId: string) {
  const sessions = await tx.session.findMany({
    where: { userId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: { device: true, createdAt: true, expiresAt: true },
  })
  return sessions.map(({ device, createdAt, expiresAt }) => ({
    device,
    since: createdAt.toISOString(),
    until: expiresAt.toISOString(),
  }))
}

async function findConsents(tx: Tx, personId: string) {
  const consents = await tx.consent.findMany({
    where: { personId },
    orderBy: { givenAt: 'desc' },
    take: 1000,
    select: {
      purpose: true,
      means: true,
      givenAt: true,
      withdrawnAt: true,
      textVersion: { select: { title: true, version: true } },
    },
  })
  return consents.map(({ purpose, means, givenAt, withdrawnAt, textVersion }) => ({
    purpose,
    means,
    text: textVersion.title,
    version: textVersion.version,
    givenAt: givenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  }))
}

/** That she spoke about a piece, and how long; the sound itself is in her studio, to be listened to and deleted. */
async function findRecordings(tx: Tx, personId: string) {
  const voices = await tx.voiceNote.findMany({
    where: { speakerId: personId },
    orderBy: { recordedAt: 'desc' },
    take: 1000,
    select: { seconds: true, contentType: true, recordedAt: true, product: { select: { serial: true } } },
  })
  return voices.map(({ product, recordedAt, ...voice }) => ({
    ...voice,
    piece: product.serial,
    recordedAt: recordedAt.toISOString(),
  }))
}

async function findOrders(tx: Tx, personId: string) {
  const orders = await tx.order.findMany({
    where: { buyerParty: { personId } },
    orderBy: { placedAt: 'desc' },
    take: 1000,
    select: {
      id: true,
      number: true,
      status: true,
      placedAt: true,
      itemsFen: true,
      postageFen: true,
      totalFen: true,
      words: { select: { note: true, giftNote: true } },
      hidePrices: true,
      invoice: {
        select: {
          orderId: true,
          kind: true,
          state: true,
          keyId: true,
          cipher: true,
          number: true,
          issuedOn: true,
        },
      },
      sellerOrders: {
        select: {
          status: true,
          seller: { select: { nameZh: true } },
          cancelWords: { select: { note: true } },
          lines: {
            select: { titleZh: true, quantity: true, priceFen: true, said: { select: { answers: true } } },
          },
        },
      },
    },
  })
  const views = []
  for (const { id, invoice, sellerOrders, words, ...order } of orders) {
    views.push({
      ...order,
      note: words?.note ?? null,
      giftNote: words?.giftNote ?? null,
      placedAt: order.placedAt.toISOString(),
      itemsFen: toSafeNumber(order.itemsFen),
      postageFen: toSafeNumber(order.postageFen),
      totalFen: toSafeNumber(order.totalFen),
      contact: await readContact(tx, id),
      ownPhone: await readOwnPhone(tx, id),
      invoice: invoice && {
        kind: invoice.kind,
        state: invoice.state,
        number: invoice.number,
        issuedOn: invoice.issuedOn && fromDateColumn(invoice.issuedOn),
        ...(await openInvoice(tx, invoice)),
      },
      parcels: sellerOrders.map(({ status, seller, cancelWords, lines }) => ({
        status,
        cancelNote: cancelWords?.note ?? null,
        seller: seller.nameZh,
        lines: lines.map(({ said, ...line }) => ({
          ...line,
          priceFen: toSafeNumber(line.priceFen),
          answers: WishAnswers.parse(said?.answers ?? []).map(({ labelZh, answer }) => ({
            question: labelZh,
            answer,
          })),
        })),
      })),
    })
  }
  return views
}
