import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { writeSearch } from '~/modules/catalog/write-search.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockWork, type SeenWork } from './lock-work.server'
import { MakerWords, ProductWords, type TextKind } from './schema'

type ReviewInput = SeenWork & {
  actor: Actor
  /** why it goes back to be typed anew; null = it is fit to be shown */
  back: string | null
}

/**
 * A second person has read what was typed: fit, and it stands below /en at once and is found by its words; or back with a reason. Refuses her own typing, what is not typed up, and
 * what lockWork refuses.
 */
export function reviewTranslation({ actor, back, ...work }: ReviewInput): Promise<void> {
  return inScope(actor, async (tx) => {
    const { kind, subjectId, seen, source } = work
    const { isTyped, typedById } = await lockWork(tx, { actor, ...work })
    if (!isTyped) throw new Refusal('translation.notTyped', 409)
    if (typedById === actor.userId) throw new Refusal('translation.ownTyping', 403)
    const where = { kind_subjectId: { kind, subjectId } }
    const now = await appNow(tx)
    const { words } = await tx.translation.update({
      where,
      data: {
        version: seen + 1,
        claimedById: null,
        claimedUntil: null,
        ...(back === null
          ? { reviewedById: actor.userId, reviewedAt: now, shownHash: source, reopenedAt: null }
          : { typedAt: null, typedById: null, note: back }),
      },
      select: { words: true },
    })
    if (back === null) await show(tx, { kind, subjectId, words, actor, now })
    await recordAudit(tx, {
      actor,
      action: back === null ? 'translation.reviewed' : 'translation.sent_back',
      subject: { type: kind === 'product' ? 'Product' : 'Seller', id: subjectId },
      reason: back,
    })
  })
}

type ShowInput = { kind: TextKind; subjectId: string; words: unknown; actor: Actor; now: Date }

async function show(tx: Tx, { kind, subjectId, words, actor, now }: ShowInput): Promise<void> {
  if (kind === 'maker') {
    await tx.seller.update({
      where: { id: subjectId },
      data: { wordsEn: MakerWords.parse(words).words },
    })
    return
  }
  const { size, care, ...whole } = ProductWords.parse(words)
  const text = {
    ...whole,
    size: size || null,
    care: care || null,
    source: 'translated',
    reviewedById: actor.userId,
    reviewedAt: now,
  } as const
  await tx.productText.upsert({
    where: { productId_locale: { productId: subjectId, locale: 'en' } },
    update: text,
    create: { productId: subjectId, locale: 'en', ...text },
  })
  await writeSearch(tx, subjectId)
}
