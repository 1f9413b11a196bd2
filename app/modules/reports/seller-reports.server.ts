import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { recordAct } from '~/modules/mandates/record-act.server'
import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound, Refusal } from '~/platform/errors'
import { openContact, openWords } from './sealed-report.server'

export type SellerReport = {
  id: string
  number: string
  createdOn: Day
  title: string
  slug: string
  /** the rights holder, who agreed that the seller is told */
  name: string
  words: string
  ownWork: string
  answer: string | null
  isHeld: boolean
  /** what the desk wrote to both when it decided; null while it is open, and where it wrote to the other side alone */
  decision: string | null
  outcome: 'upheld' | 'dismissed' | null
}

/** Only notices of copying: a seller never learns who reported her or complained about her. */
const hers = ({ sellerIds }: Actor) => ({ kind: 'copied_design' as const, sellerId: { in: sellerIds } })

/** The notices of copying about pieces of sellers she owns or acts for, newest first. */
export function findSellerReports({ actor }: { actor: Actor }): Promise<SellerReport[]> {
  return inScope({ job: 'report' }, async (tx) => {
    const rows = await tx.report.findMany({
      where: hers(actor),
      orderBy: { createdAt: 'desc' },
      take: 50,
      select: {
        id: true,
        number: true,
        createdAt: true,
        keyId: true,
        contact: true,
        words: true,
        sellerAnswer: true,
        answer: true,
        isAnswerForBoth: true,
        heldAt: true,
        outcome: true,
        product: {
          select: { slug: true, texts: { where: { locale: 'zh-CN' }, select: { title: true }, take: 1 } },
        },
      },
    })
    const views: SellerReport[] = []
    for (const row of rows)
      views.push({
        id: row.id,
        number: row.number,
        createdOn: dayOf(row.createdAt),
        slug: row.product?.slug ?? '',
        title: row.product?.texts[0]?.title ?? '',
        name: (await openContact(tx, row)).name,
        ...(await openWords(tx, row)),
        answer: row.sellerAnswer,
        isHeld: row.heldAt !== null && row.outcome !== 'dismissed',
        decision: row.outcome && row.isAnswerForBoth ? row.answer : null,
        outcome: row.outcome,
      })
    return views
  })
}

/** How many notices wait for her answer. */
export function countSellerReports({ actor }: { actor: Actor }): Promise<number> {
  return inScope({ job: 'report' }, (tx) =>
    tx.report.count({ where: { ...hers(actor), sellerAnswer: null, closedAt: null } }),
  )
}

/** What she says to a notice of copying, to the desk and to whoever gave it; a later answer takes the place of an earlier one. Refuses a closed notice, and (404) one that is not about a piece of hers. */
export function answerAsSeller({
  actor,
  reportId,
  answer,
}: {
  actor: Actor
  reportId: string
  answer: string
}): Promise<void> {
  return inScope({ job: 'report' }, async (tx) => {
    const mine = { ...hers(actor), id: reportId }
    const { count } = await tx.report.updateMany({
      where: { ...mine, closedAt: null },
      data: { sellerAnswer: answer, sellerAnsweredAt: await appNow(tx), isSellerAnswerForBoth: true },
    })
    if (count === 0) {
      if ((await tx.report.count({ where: mine })) === 0) throw notFound()
      throw new Refusal('reports.isClosed', 409)
    }
    const { sellerId } = await tx.report.findUniqueOrThrow({
      where: { id: reportId },
      select: { sellerId: true },
    })
    if (sellerId)
      await recordAct(tx, {
        actor,
        sellerId: sellerId,
        scope: 'messages',
        kind: 'report.answered',
        subject: { type: 'Report', id: reportId },
      })
    await recordAudit(tx, {
      actor,
      action: 'report.seller_answered',
      subject: { type: 'Report', id: reportId },
    })
  })
}
