import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { Refusal } from '~/platform/errors'
import { lockDraft, writeContent } from './lock-revision.server'
import type { SpokenWords } from './spoken-words'

type ConfirmInput = { actor: Actor; productId: string; version: number; words: SpokenWords }

/**
 * She says that what was typed up is right, or has put it right: from now on it stands in her draft. Refuses what nobody has typed up (409), a draft that another page has changed since (409) and one
 * that is being read; somebody else's piece is a 404. Answers the draft's version, for handing it in.
 */
export async function confirmDictation({ actor, productId, version, words }: ConfirmInput): Promise<number> {
  return inScope(actor, async (tx) => {
    const draft = await lockDraft(tx, { actor, productId })
    const { revisionId, onBehalfOfId } = draft
    const own = await tx.dictation.count({ where: { revisionId, typedById: actor.userId } })
    if (own > 0) throw new Refusal('voice.typedByYou', 403)
    const { count } = await tx.dictation.updateMany({
      where: { revisionId, typedAt: { not: null }, confirmedAt: null },
      data: { confirmedAt: await appNow(tx) },
    })
    if (count === 0) throw new Refusal('voice.nothingTyped')
    await writeContent(tx, { actor, draft, version, content: { ...draft.content, ...words } })
    const subject = { type: 'Product', id: productId }
    await recordAudit(tx, { actor, onBehalfOfId, action: 'voice.confirmed', subject, detail: { revisionId } })
    const { version: now } = await tx.listingRevision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { version: true },
    })
    return now
  })
}
