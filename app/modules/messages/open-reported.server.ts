import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { deskScope } from '~/modules/reports/desk-scope'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { readAll } from './get-conversation.server'
import type { ConversationView } from './message-view'
import { openPhotoOf } from './open-photo.server'
import type { Side } from './phrases'
import { readSubject } from './subject-view.server'

type ReportedInput = { actor: Actor; reportId: string }

/** Which side handed a conversation in with a report of her region; null when none was. */
export async function findReported({ actor, reportId }: ReportedInput): Promise<Side | null> {
  return inScope(deskScope(actor), async (tx) => {
    const row = await tx.conversationReport.findUnique({ where: { reportId }, select: { side: true } })
    return row?.side ?? null
  })
}

/** The conversation that was handed in with a report of her region, in the clear; written into the audit before it is shown. 404 outside her region. */
export async function openReported({
  actor,
  reportId,
  locale,
}: ReportedInput & { locale: Locale }): Promise<ConversationView> {
  return inScope(deskScope(actor), async (tx) => {
    const row = await tx.conversationReport.findUnique({
      where: { reportId },
      select: {
        conversation: {
          select: { id: true, keyId: true, sellerId: true, productId: true, sellerOrderId: true },
        },
      },
    })
    if (!row) throw notFound()
    const { conversation } = row
    await recordAudit(tx, {
      actor,
      action: 'report.conversation_opened',
      subject: { type: 'Report', id: reportId },
    })
    return {
      ...(await readSubject(tx, conversation, locale)),
      id: conversation.id,
      side: 'seller',
      messages: (await readAll(tx, { ...conversation, side: 'seller' })).map((message) => ({
        ...message,
        isMine: false,
      })),
      hasUnread: false,
      isPaid: false,
      isClosed: false,
      blockedBy: null,
      canBlock: false,
    }
  })
}

/** A photo of it; audited too. */
export async function openReportedPhoto({
  actor,
  reportId,
  attachmentId,
}: ReportedInput & { attachmentId: string }): Promise<Buffer> {
  return openPhotoOf(
    deskScope(actor),
    { attachmentId, conversation: { reports: { some: { reportId } } } },
    (tx) =>
      recordAudit(tx, {
        actor,
        action: 'attachment.opened',
        subject: { type: 'Attachment', id: attachmentId },
      }),
  )
}
