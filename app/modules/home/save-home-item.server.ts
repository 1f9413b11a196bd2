import { recordAudit } from '~/modules/audit/record-audit.server'
import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import { lockHomeItem } from './lock-home-item.server'
import { requireSpeaker } from './require-speaker.server'
import type { HomeKind } from './schema'

export type HomeWords = {
  titleZh: string
  titleEn: string
  textZh: string
  textEn: string
  link: string
}

/** What a thing says: whose she is, or words and for a banner a picture. */
export type HomeSaying =
  | { kind: 'maker'; sellerId: string }
  | ({ kind: 'occasion' } & HomeWords)
  | ({ kind: 'banner'; mediaId: string } & HomeWords)

type SaveInput = {
  actor: Actor
  /** null: a new one */
  itemId: string | null
  /** the newest version that she has before her; 0 of a new one */
  seen: number
  from: Date
  to: Date
  position: number
  saying: HomeSaying
}

/**
 * Writes the next version of a thing for the first page, or the first of a new one; visitors see it when it is published. Refuses when somebody else has saved since she opened
 * it, an end before its beginning, and a maker who does not let her words be shown; 404 for one that is not there or of another kind.
 */
export async function saveHomeItem(input: SaveInput): Promise<{ itemId: string }> {
  const { actor, seen, from, to, position, saying } = input
  if (to <= from) throw new Refusal('home.endsFirst', 422, {}, 'to')
  return inScope(actor, async (tx) => {
    const { kind, ...what } = saying
    const itemId = input.itemId ?? (await openItem(tx, kind))
    await lockHomeItem(tx, { itemId, seen, kind })
    if (saying.kind === 'maker') await requireSpeaker(tx, saying.sellerId)
    const number = seen + 1
    await tx.homeVersion.create({
      data: { ...what, itemId, number, position, shownFrom: from, shownTo: to, createdById: actor.userId },
    })
    await recordAudit(tx, {
      actor,
      action: 'home.saved',
      subject: { type: 'HomeItem', id: itemId },
      detail: { number, kind },
    })
    return { itemId }
  })
}

async function openItem(tx: Tx, kind: HomeKind): Promise<string> {
  return (await tx.homeItem.create({ data: { id: crypto.randomUUID(), kind }, select: { id: true } })).id
}
