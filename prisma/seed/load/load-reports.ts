import { sealReport } from '~/modules/reports/sealed-report.server'
import { createDataKey } from '~/platform/secrets/envelope.server'
import { keyedHash, randomToken, tokenHash } from '~/platform/secrets/token.server'
import { reports } from '../data/reports'
import { before, idAt, type LoadContext } from './load-context'

/** What somebody reported of a few pieces, so that the desk has something to look into. Nobody holds their links. */
export async function loadReports({ tx, now }: LoadContext): Promise<void> {
  for (const { number, kind, product: slug, daysAgo, words, ownWork = '', name = '', contact } of reports) {
    const product = await tx.product.findUniqueOrThrow({
      where: { slug },
      select: { id: true, seller: { select: { id: true, regionId: true } } },
    })
    const createdAt = before(now, daysAgo)
    const id = idAt(createdAt)
    const sealed = sealReport(await createDataKey(tx), id, {
      contact: { name, contact },
      words: { words, ownWork },
    })
    await tx.report.create({
      data: {
        id,
        number,
        kind,
        productId: product.id,
        sellerId: product.seller.id,
        regionId: product.seller.regionId,
        ...sealed,
        accessHash: tokenHash(randomToken(16)),
        addressHash: keyedHash('address', 'sample'),
        createdAt,
      },
      select: { id: true },
    })
  }
}
