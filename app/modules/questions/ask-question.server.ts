import { addressKey } from '~/modules/auth/address-key'
import { type LockedVisitor, lockVisitor } from '~/modules/favourites/join-visitors.server'
import type { VisitorProof } from '~/modules/favourites/visitor-cookie.server'
import { isOn } from '~/modules/settings/is-on.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Tx } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { keyedHash } from '~/platform/secrets/token.server'
import { mostPerDay, mostWaiting } from './schema'

type AskInput = {
  visitor: VisitorProof
  /** the piece's page */
  slug: string
  /** 2 to 300 characters without a way to reach anybody (AskForm) */
  words: string
  /** the client's address, as the front door gives it */
  address: string
}

/**
 * Asks the maker about a piece; a stranger's first question makes the visitor. The same words again while they wait are the same question. Refuses a piece that is
 * not on sale (404), any while questions are switched off, a fourth question about it while three wait, and (429) more than twenty of one network address in a day.
 */
export async function askQuestion({ visitor, slug, words, address }: AskInput): Promise<LockedVisitor> {
  const addressHash = keyedHash('address', addressKey(address))
  return inScope({ job: 'visit' }, async (tx) => {
    const product = await tx.product.findFirst({
      where: { slug, status: 'on_sale', seller: { status: 'active' } },
      select: { id: true },
    })
    if (!product) throw notFound()
    if (!(await isOn('questions', tx))) throw new Refusal('settings.questionsOff', 409)
    const locked = await lockVisitor(tx, visitor)
    const waiting = await tx.question.findMany({
      where: { visitorId: locked.id, productId: product.id, answeredAt: null, hiddenAt: null },
      select: { words: true },
      take: mostWaiting,
    })
    if (waiting.some((question) => question.words === words)) return locked
    if (waiting.length >= mostWaiting) throw new Refusal('question.enough', 409, { most: mostWaiting })
    await refuseAboveCap(tx, addressHash)
    await tx.question.create({
      data: { productId: product.id, visitorId: locked.id, words, addressHash },
      select: { id: true },
    })
    return locked
  })
}

async function refuseAboveCap(tx: Tx, addressHash: Uint8Array<ArrayBuffer>): Promise<void> {
  const [row] = await tx.$queryRaw<{ seconds: number }[]>`
    SELECT ceil(extract(epoch FROM "askedAt" + interval '24 hours' - app_now()))::int AS seconds FROM "Question"
    WHERE "addressHash" = ${addressHash} AND "askedAt" > app_now() - interval '24 hours' ORDER BY "askedAt" DESC LIMIT 1 OFFSET ${mostPerDay - 1}::int`
  if (row) throw new Refusal('question.dayFull', 429, {}, null, row.seconds)
}
