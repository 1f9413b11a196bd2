import type { z } from 'zod'
import { dropPiece } from './drop-piece.server'
import { followMaker } from './follow-maker.server'
import { keepPiece } from './keep-piece.server'
import type { MarkForm } from './schema'
import { unfollowMaker } from './unfollow-maker.server'
import type { VisitorProof } from './visitor-cookie.server'

type Mark = z.output<typeof MarkForm>['mark']

/** Does what a marking button says; refuses what the verb refuses. Answers the secret that the browser has to keep from now on, or null. */
export async function changeMark({
  visitor,
  mark: { intent, slug },
}: {
  visitor: VisitorProof
  mark: Mark
}): Promise<string | null> {
  if (intent === 'keep') return (await keepPiece({ visitor, slug })).token
  if (intent === 'follow') return (await followMaker({ visitor, slug })).token
  await (intent === 'drop' ? dropPiece({ visitor, slug }) : unfollowMaker({ visitor, slug }))
  return null
}
