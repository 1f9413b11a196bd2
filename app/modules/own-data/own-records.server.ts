import { fromDateColumn } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'
import { toSafeNumber } from '~/platform/money'

/** rows of a kind in one file */
const most = 1000

/** Which texts she agreed to at sign-in, and when. */
export async function findOwnAgreements(tx: Tx, userId: string) {
  const rows = await tx.agreement.findMany({
    where: { userId },
    orderBy: { agreedAt: 'desc' },
    take: most,
    select: { agreedAt: true, textVersion: { select: { title: true, version: true } } },
  })
  return rows.map(({ agreedAt, textVersion }) => ({
    text: textVersion.title,
    version: textVersion.version,
    agreedAt: agreedAt.toISOString(),
  }))
}

/** The pieces that she keeps, the makers whom she follows and what she asked. */
export async function findOwnMarks(tx: Tx, userId: string) {
  const visitor = await tx.visitor.findUnique({
    where: { userId },
    select: {
      favourites: {
        take: most,
        orderBy: { keptAt: 'desc' },
        select: { keptAt: true, priceFen: true, product: { select: { slug: true } } },
      },
      follows: {
        take: most,
        orderBy: { since: 'desc' },
        select: { since: true, seller: { select: { nameZh: true } } },
      },
      questions: {
        take: most,
        orderBy: { askedAt: 'desc' },
        select: { askedAt: true, words: true, answer: true, product: { select: { slug: true } } },
      },
    },
  })
  return {
    kept: (visitor?.favourites ?? []).map(({ keptAt, priceFen, product }) => ({
      piece: product.slug,
      priceFen: toSafeNumber(priceFen),
      since: keptAt.toISOString(),
    })),
    followed: (visitor?.follows ?? []).map(({ since, seller }) => ({
      maker: seller.nameZh,
      since: since.toISOString(),
    })),
    questions: (visitor?.questions ?? []).map(({ askedAt, product, ...question }) => ({
      piece: product.slug,
      ...question,
      askedAt: askedAt.toISOString(),
    })),
  }
}

/** Where she is paid, by the last four digits: a file that gets lost opens no account. Those of shops that are hers to own too, as the walls say. */
export async function findOwnCards(tx: Tx) {
  const cards = await tx.bankAccount.findMany({
    // of a refused application nothing is left but an empty row
    where: { bankName: { not: '' } },
    orderBy: { createdAt: 'desc' },
    take: most,
    select: { bankName: true, last4: true, relation: true, usableFrom: true, closedAt: true },
  })
  return cards.map(({ usableFrom, closedAt, ...card }) => ({
    ...card,
    usableFrom: usableFrom.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  }))
}

/** What was counted as her income, sale by sale. */
export async function findOwnIncomes(tx: Tx, personId: string) {
  const incomes = await tx.incomeAttribution.findMany({
    where: { personId },
    orderBy: { earnedOn: 'desc' },
    take: most,
    select: { amountFen: true, earnedOn: true, source: true },
  })
  return incomes.map(({ amountFen, earnedOn, source }) => ({
    amountFen: toSafeNumber(amountFen),
    earnedOn: fromDateColumn(earnedOn),
    source,
  }))
}
