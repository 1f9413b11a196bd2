import { findActors } from '~/modules/auth/find-actor.server'
import { prisma } from '~/platform/db/prisma.server'

/** Who is shown a picture: everybody for ever, everybody for as long as she whom it shows agrees, or nobody but her people and the desk. */
export type Viewing = 'public' | 'by_consent' | 'hers' | 'none'

/** Pictures of pieces, by hash, and until when that need not be asked again. */
const ordinary = new Map<string, number>()
const trustedFor = 20_000
const mostTrusted = 10_000

/**
 * Who may be shown the picture of a hash by this request. A picture that shows a maker at work stands by her consent and is asked about each time; of all others the answer is trusted for
 * twenty seconds. Withheld ones are shown to whoever works in that shop, or at the desk.
 */
export async function findViewing(request: Request, hash: string): Promise<Viewing> {
  if ((ordinary.get(hash) ?? 0) > Date.now()) return 'public'
  const rows = await prisma.media.findMany({
    where: { contentHash: hash },
    select: { sellerId: true, shot: true, state: true },
    take: 50,
  })
  if (!rows.some(({ sellerId, shot }) => sellerId !== null && shot === 'making')) {
    if (ordinary.size >= mostTrusted) ordinary.clear()
    ordinary.set(hash, Date.now() + trustedFor)
    return 'public'
  }
  if (rows.some(({ state }) => state !== 'withheld')) return 'by_consent'
  const actors = await findActors(request)
  const isHers = actors.some(
    ({ role, sellerIds }) =>
      role === 'coordinator' ||
      rows.some(({ sellerId }) => sellerId !== null && sellerIds.includes(sellerId)),
  )
  return isHers ? 'hers' : 'none'
}
