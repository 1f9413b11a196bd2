import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { addDays, type Day, dayOf, startOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import { forgetAnswers } from '~/platform/db/kept-answers'
import { Refusal } from '~/platform/errors'
import { type DocumentKind, noticeDays } from './document-kinds'

type PublishInput = {
  actor: Actor
  kind: DocumentKind
  /** the day on which it begins to hold; the first version of a kind holds at once */
  from: Day
  titleZh: string
  titleEn: string
  bodyZh: string
  bodyEn: string
}

/** Two administrators who publish at once take turns, each kind on its own: the lock that the database's own rule takes. */
const documentsLock = 710_155

/**
 * Publishes the next version of a document in both languages; from then on it is announced, and holds from its day by itself. Never changes one that is there. Refuses a day
 * less than seven whole days away, and one that is not after that of a version already announced.
 */
export function publishDocument({ actor, kind, from, ...words }: PublishInput): Promise<void> {
  return inScope(actor, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${documentsLock}::int, hashtext(${kind}))`
    const newest = await tx.textVersion.findFirst({
      where: { kind },
      orderBy: { version: 'desc' },
      select: { version: true, validFrom: true },
    })
    const now = await appNow(tx)
    const earliest = addDays(dayOf(now), noticeDays + 1)
    if (newest && from < earliest)
      throw new Refusal('documents.tooSoon', 422, { days: noticeDays, day: earliest }, 'from')
    const validFrom = newest ? startOf(from) : now
    if (newest && validFrom <= newest.validFrom)
      throw new Refusal('documents.afterNext', 409, { day: dayOf(newest.validFrom) }, 'from')
    const version = (newest?.version ?? 0) + 1
    const dated = { kind, version, validFrom, publishedAt: now }
    await tx.textVersion.createMany({
      data: [
        { ...dated, locale: 'zh-CN', title: words.titleZh, body: words.bodyZh },
        { ...dated, locale: 'en', title: words.titleEn, body: words.bodyEn },
      ],
    })
    await recordAudit(tx, {
      actor,
      action: 'document.published',
      subject: { type: 'TextVersion', id: `${kind}-${version}` },
      detail: { kind, version, from: dayOf(validFrom) },
    })
  }).then(forgetAnswers)
}
