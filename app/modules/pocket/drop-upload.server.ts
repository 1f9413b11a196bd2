import type { Actor } from '~/modules/auth/actor'
import { inScope } from '~/platform/db/in-scope.server'

/** Forgets a photograph on its way, with what has arrived of it: nobody waits for it any more. One that is a photo of the draft stays. Whether there was something to forget; somebody else's is nothing. */
export async function dropUpload({ actor, uploadId }: { actor: Actor; uploadId: string }): Promise<boolean> {
  const { count } = await inScope(actor, (tx) =>
    tx.photoUpload.deleteMany({ where: { id: uploadId, doneAt: null } }),
  )
  return count > 0
}
