import { type Day, dayOf } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { tokenHash } from '~/platform/secrets/token.server'
import type { ReportKind } from './schema'
import { openWords } from './sealed-report.server'

export type FollowedReport = {
  number: string
  kind: ReportKind
  /** what it is about, as far as she named it: an order by its number, a piece, else a seller */
  about: { order: string } | { zh: string; en: string | null } | null
  createdOn: Day
  words: string
  /** of a notice of copying; '' of any other */
  ownWork: string
  files: number
  isTaken: boolean
  answer: string | null
  answeredOn: Day | null
  /** what the seller says to a notice of copying; null too where she wrote it for the desk alone */
  sellerAnswer: string | null
  sellerAnsweredOn: Day | null
  /** null while it is open */
  outcome: 'upheld' | 'dismissed' | null
}

/** A report as whoever handed it in follows it: its number with the secret of its link. The number alone is a 404. Says what the seller answers to a notice of copying, and nothing of who works on it. */
export function getFollowedReport({
  number,
  secret,
}: {
  number: string
  secret: string
}): Promise<FollowedReport> {
  return inScope({ job: 'report' }, async (tx) => {
    const row = await tx.report.findUnique({
      where: { accessHash: tokenHash(secret), number },
      select: {
        id: true,
        keyId: true,
        words: true,
        kind: true,
        createdAt: true,
        takenById: true,
        answer: true,
        answeredAt: true,
        sellerAnswer: true,
        sellerAnsweredAt: true,
        isSellerAnswerForBoth: true,
        outcome: true,
        _count: { select: { evidence: true } },
        order: { select: { number: true } },
        seller: { select: { nameZh: true, nameEn: true } },
        product: { select: { texts: { select: { locale: true, title: true }, take: 2 } } },
      },
    })
    if (!row) throw notFound()
    const hers = row.isSellerAnswerForBoth ? row : null
    return {
      number,
      kind: row.kind,
      about: aboutOf(row),
      createdOn: dayOf(row.createdAt),
      ...(await openWords(tx, row)),
      files: row._count.evidence,
      isTaken: row.takenById !== null,
      answer: row.answer,
      answeredOn: row.answeredAt && dayOf(row.answeredAt),
      sellerAnswer: hers?.sellerAnswer ?? null,
      sellerAnsweredOn: hers?.sellerAnsweredAt ? dayOf(hers.sellerAnsweredAt) : null,
      outcome: row.outcome,
    }
  })
}

type Subject = {
  order: { number: string } | null
  seller: { nameZh: string; nameEn: string } | null
  product: { texts: { locale: string; title: string }[] } | null
}

function aboutOf({ order, seller, product }: Subject): FollowedReport['about'] {
  if (order) return { order: order.number }
  const titleIn = (locale: string) => product?.texts.find((text) => text.locale === locale)?.title ?? null
  const zh = titleIn('zh-CN')
  if (zh !== null) return { zh, en: titleIn('en') }
  return seller && { zh: seller.nameZh, en: seller.nameEn }
}
