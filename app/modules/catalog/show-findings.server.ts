import { findPictures } from '~/modules/media/find-pictures.server'
import type { Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PhotoData } from '~/ui/photo'
import type { Finding } from './find-pre-checks.server'
import type { PriceFinding, WordFinding } from './pre-checks'

/** Two photographs that look alike, side by side: hers, and that of another seller's piece. */
export type AlikeView = {
  kind: 'alike'
  mediaId: string
  hers: PhotoData
  other: PhotoData
  title: string
  sellerName: string
  slug: string
}

export type FindingView = WordFinding | PriceFinding | AlikeView

/** Findings as the review's page shows them; a piece that has left the shop meanwhile is left out. */
export async function showFindings(
  tx: Tx,
  { findings, locale, titleZh }: { findings: readonly Finding[]; locale: Locale; titleZh: string },
): Promise<FindingView[]> {
  const alike = findings.flatMap((finding) => (finding.kind === 'alike' ? [finding] : []))
  const pieces = await tx.product.findMany({
    where: { id: { in: alike.map(({ productId }) => productId) } },
    select: {
      id: true,
      slug: true,
      texts: { where: { locale: 'zh-CN' }, select: { title: true } },
      seller: { select: { nameZh: true, nameEn: true } },
    },
    take: alike.length,
  })
  const titleOf = (productId: string) => pieces.find(({ id }) => id === productId)?.texts[0]?.title ?? ''
  const others = new Map(alike.map(({ otherMediaId, productId }) => [otherMediaId, titleOf(productId)]))
  const photos = await findPictures(
    {
      ids: alike.flatMap(({ mediaId, otherMediaId }) => [mediaId, otherMediaId]),
      locale,
      altOf: (id) => others.get(id) ?? titleZh,
    },
    tx,
  )
  return findings.flatMap((finding): FindingView[] => {
    if (finding.kind !== 'alike') return [finding]
    const { mediaId, otherMediaId, productId } = finding
    const piece = pieces.find(({ id }) => id === productId)
    const [hers, other] = [photos.get(mediaId), photos.get(otherMediaId)]
    if (!piece || !hers || !other) return []
    const { slug, seller } = piece
    const sellerName = locale === 'en' ? seller.nameEn : seller.nameZh
    return [{ kind: 'alike', mediaId, hers, other, title: titleOf(productId), sellerName, slug }]
  })
}
