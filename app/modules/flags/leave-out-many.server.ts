import type { Actor } from '~/modules/auth/actor'
import { busyRefusal } from '~/platform/db/busy.server'
import { Refusal } from '~/platform/errors'
import type { Translate } from '~/platform/i18n/translate'
import { decideFlag } from './decide-flag.server'
import type { FlagPick } from './schema'

/** What became of one of several: its order's number and a sentence. */
export type LeftOutResult = FlagPick & { isDone: boolean; text: string }

type LeaveOutManyInput = { actor: Actor; picks: readonly FlagPick[]; reason: string; t: Translate }

/**
 * Keeps several flagged sales of her region out of statistics for one reason, one after the other, each in a transaction of its own: what one is refused for stops no other. There is no such way to
 * count them: that is decided one by one. What is not hers to see is left out of the answer.
 */
export async function leaveOutMany({ actor, picks, reason, t }: LeaveOutManyInput): Promise<LeftOutResult[]> {
  const results: LeftOutResult[] = []
  for (const pick of picks) {
    const refusal = await leaveOutOne(actor, pick.sellerOrderId, reason)
    if (refusal?.status === 404) continue
    results.push({
      ...pick,
      isDone: refusal === null,
      text: refusal ? t(refusal.key, refusal.params) : t('flags.isLeftOut'),
    })
  }
  return results
}

/** The refusal of this one, which is told beside the others; anything else is a bug and goes on. */
async function leaveOutOne(actor: Actor, sellerOrderId: string, reason: string): Promise<Refusal | null> {
  try {
    await decideFlag({ actor, sellerOrderId, decision: 'left_out', reason })
    return null
  } catch (error) {
    const refusal = error instanceof Refusal ? error : busyRefusal(error)
    if (!refusal) throw error
    return refusal
  }
}
