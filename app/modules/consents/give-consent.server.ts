import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { isTextInForce } from '~/modules/settings/find-text.server'
import { appNow } from '~/platform/db/clock.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { PublicConsent } from './public-consents'

type GiveInput = {
  actor: Actor
  purpose: PublicConsent
  /** the text that stood beside the box; null: not ticked */
  textId: string | null
  /** what stands on her page from now on, in her own words; of her story only */
  words: string
}

/**
 * She agrees to being shown: her name as it is on her record, or the words she types, stand on her shops' pages at once. Under a newer text the older consent ends with it. Refuses no tick, a text that
 * has been replaced meanwhile, and a story without words.
 */
export function giveConsent({ actor, purpose, textId, words }: GiveInput): Promise<void> {
  const { personId } = actor
  return inScope({ person: personId }, async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`
    if (textId === null) throw new Refusal('consents.tickFirst', 422, {}, 'textId')
    if (!(await isTextInForce(tx, purpose, textId))) throw new Refusal('card.textChanged', 422, {}, 'textId')
    if (purpose === 'public_story' && words === '') throw new Refusal('consents.noWords', 422, {}, 'words')
    const live = await tx.consent.findFirst({
      where: { personId, purpose, withdrawnAt: null },
      select: { id: true, textVersionId: true },
    })
    if (live?.textVersionId !== textId) {
      const { id } = await tx.consent.create({
        data: { personId, purpose, textVersionId: textId, means: 'tick' },
        select: { id: true },
      })
      await tx.consent.updateMany({
        where: { personId, purpose, withdrawnAt: null, id: { not: id } },
        data: { withdrawnAt: await appNow(tx) },
      })
    }
    await show(tx, { personId, purpose, words })
    await recordAudit(tx, {
      actor,
      action: 'consent.given',
      subject: { type: 'Person', id: personId },
      detail: { purpose, textId },
    })
  })
}

async function show(
  tx: Tx,
  { personId, purpose, words }: { personId: string; purpose: PublicConsent; words: string },
): Promise<void> {
  const hers = { people: { some: { personId, role: 'owner' as const, validTo: null } } }
  if (purpose === 'public_story')
    await tx.seller.updateMany({ where: hers, data: { wordsZh: words, wordsEn: null } })
  if (purpose === 'public_name') {
    const { name } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } })
    await tx.seller.updateMany({ where: hers, data: { makerName: name } })
  }
}
