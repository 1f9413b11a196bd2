import { followed, keepingBuyer, kept, questions } from '../data/questions'
import { before, idAt, type LoadContext, need } from './load-context'

/** What the demo's buyer keeps and whom she follows, and what buyers asked about a few pieces. */
export async function loadVisitors(context: LoadContext): Promise<void> {
  const { tx, now, users, sellers } = context
  const favourites: { productId: string; priceFen: bigint; keptAt: Date }[] = []
  for (const { product, dearerFen, daysAgo } of kept) {
    const { id, fromPriceFen } = await findPiece(context, product)
    favourites.push({ productId: id, priceFen: fromPriceFen + dearerFen, keptAt: before(now, daysAgo) })
  }
  await tx.visitor.create({
    data: {
      userId: need(users, keepingBuyer),
      favourites: {
        create: favourites,
      },
      follows: {
        create: followed.map((key) => ({ sellerId: need(sellers, key).id, since: before(now, 30) })),
      },
    },
  })
  for (const { product, daysAgo, words, answer } of questions) {
    const askedAt = before(now, daysAgo)
    await tx.question.create({
      data: {
        id: idAt(askedAt),
        productId: (await findPiece(context, product)).id,
        words,
        askedAt,
        // asked from nowhere: counted with nobody
        addressHash: new Uint8Array(32),
        ...(answer
          ? {
              answer: answer.words,
              answeredAt: before(now, answer.daysAgo),
              answeredById: need(users, answer.by),
            }
          : {}),
      },
    })
  }
}

async function findPiece({ tx }: LoadContext, slug: string): Promise<{ id: string; fromPriceFen: bigint }> {
  const { id, fromPriceFen } = await tx.product.findUniqueOrThrow({
    where: { slug },
    select: { id: true, fromPriceFen: true },
  })
  if (fromPriceFen === null) throw new Error(`${slug} has no price`)
  return { id, fromPriceFen }
}
