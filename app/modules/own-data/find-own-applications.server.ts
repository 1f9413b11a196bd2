import { fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** rows of a kind in one file */
const most = 1000

/** What she answered when she applied to sell, and each step with the words to her. Her identity number is left out, which a lost file would give away. */
export async function findOwnApplications(tx: Tx, personId: string) {
  const rows = await tx.sellerApplication.findMany({
    where: { personId },
    orderBy: { createdAt: 'desc' },
    take: most,
    select: {
      state: true,
      kind: true,
      realName: true,
      region: { select: { nameZh: true } },
      craft: { select: { nameZh: true } },
      yearsAtCraft: true,
      shopName: true,
      licenceName: true,
      licenceCode: true,
      licenceUntil: true,
      declarationText: { select: { title: true } },
      householdClaim: true,
      householdWords: true,
      agreementText: { select: { title: true } },
      createdAt: true,
      submittedAt: true,
      _count: { select: { photos: true } },
      events: {
        orderBy: { at: 'asc' },
        take: most,
        select: { state: true, at: true, reasonCode: true, words: true },
      },
    },
  })
  return rows.map(({ region, craft, declarationText, agreementText, _count, events, ...row }) => ({
    ...row,
    place: region?.nameZh ?? null,
    craft: craft?.nameZh ?? null,
    licenceUntil: row.licenceUntil && fromDateColumn(row.licenceUntil),
    declaration: declarationText?.title ?? null,
    agreement: agreementText?.title ?? null,
    photos: _count.photos,
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    steps: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
  }))
}

/** What she asked to have corrected about herself, and the answers. */
export async function findOwnCorrections(tx: Tx, personId: string) {
  const rows = await tx.correctionRequest.findMany({
    where: { personId },
    orderBy: { askedAt: 'desc' },
    take: most,
    select: {
      field: true,
      words: true,
      askedAt: true,
      isCorrected: true,
      answer: true,
      answeredAt: true,
    },
  })
  return rows.map(({ askedAt, answeredAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
}
