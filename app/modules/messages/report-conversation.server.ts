import { createReport } from '~/modules/reports/create-report.server'
import { inScope } from '~/platform/db/in-scope.server'
import { notFound } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { type About, findConversation, findSubject } from './find-conversation.server'
import type { TalkReport } from './schema'
import { readSubject } from './subject-view.server'
import type { Who } from './who'

type ReportInput = {
  who: Who
  about: About
  form: TalkReport
  locale: Locale
  /** the client's address, as the front door gives it */
  address: string
}

/**
 * Hands a conversation in at the desk of reports, as a complaint about its piece, or about its maker and the order: whoever handles the report may read it from then on, all of it and what is
 * written later. The other side is not told. Refuses a conversation that is not hers, or where nothing was said (404), and what createReport refuses.
 */
export async function reportConversation({
  who,
  about,
  form,
  locale,
  address,
}: ReportInput): Promise<{ number: string; secret: string }> {
  const { conversationId, subject } = await inScope(who.scope, async (tx) => {
    const conversation = await findConversation(tx, { who, about })
    if (!conversation) throw notFound()
    const which = await findSubject(tx, { who, about: { conversationId: conversation.id } })
    return { conversationId: conversation.id, subject: await readSubject(tx, which, locale) }
  })
  return createReport({
    form: {
      kind: 'complaint',
      product: subject.piece?.slug ?? null,
      maker: subject.piece ? null : subject.sellerSlug,
      order: subject.order?.number ?? null,
      words: form.report,
      contact: form.contact,
      name: '',
      ownWork: '',
      declares: false,
    },
    files: [],
    userId: who.userId,
    locale,
    address,
    beside: async (tx, reportId) => {
      await tx.conversationReport.createMany({ data: [{ conversationId, reportId, side: who.side }] })
    },
  })
}
