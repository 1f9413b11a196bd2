import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import { deskScope } from './desk-scope'
import type { ReportKind } from './schema'
import { openWords } from './sealed-report.server'

export type DeskReport = {
  id: string
  number: string
  kind: ReportKind
  /** ISO */
  createdAt: string
  words: string
  ownWork: string
  piece: { slug: string; title: string; isOnSale: boolean } | null
  seller: { id: string; name: string } | null
  orderNumber: string | null
  files: string[]
  takenBy: string | null
  isMine: boolean
  answer: string | null
  sellerAnswer: string | null
  isHeld: boolean
  outcome: 'upheld' | 'dismissed' | null
  closeReason: string | null
}

/** One report of her region without who handed it in: that is opened on its own, with an entry in the audit. Of a conversation that its maker handed in neither she nor her piece is named. 404 outside her region. */
export function getReport({ actor, reportId }: { actor: Actor; reportId: string }): Promise<DeskReport> {
  return inScope(deskScope(actor), async (tx) => {
    const row = await tx.report.findUnique({
      where: { id: reportId },
      select: {
        id: true,
        number: true,
        kind: true,
        createdAt: true,
        keyId: true,
        words: true,
        takenById: true,
        answer: true,
        sellerAnswer: true,
        heldAt: true,
        outcome: true,
        closeReason: true,
        order: { select: { number: true } },
        conversation: { select: { side: true } },
        seller: { select: { id: true, nameZh: true } },
        product: {
          select: {
            slug: true,
            status: true,
            texts: { where: { locale: 'zh-CN' }, select: { title: true }, take: 1 },
          },
        },
        evidence: { select: { attachmentId: true }, orderBy: { attachmentId: 'asc' }, take: 10 },
      },
    })
    if (!row) throw notFound()
    const { takenById } = row
    const { product, seller } = row.conversation?.side === 'seller' ? { product: null, seller: null } : row
    const names = await findStaffNames(tx, [takenById])
    return {
      id: row.id,
      number: row.number,
      kind: row.kind,
      createdAt: row.createdAt.toISOString(),
      ...(await openWords(tx, row)),
      piece: product && {
        slug: product.slug,
        title: product.texts[0]?.title ?? product.slug,
        isOnSale: product.status === 'on_sale',
      },
      seller: seller && { id: seller.id, name: seller.nameZh },
      orderNumber: row.order?.number ?? null,
      files: row.evidence.map(({ attachmentId }) => attachmentId),
      takenBy: takenById && (names.get(takenById) ?? null),
      isMine: takenById === actor.userId,
      answer: row.answer,
      sellerAnswer: row.sellerAnswer,
      isHeld: row.heldAt !== null,
      outcome: row.outcome,
      closeReason: row.closeReason,
    }
  })
}
