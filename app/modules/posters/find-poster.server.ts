import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { sentPicture } from '~/modules/catalog/sent-picture'
import { parsePictureName } from '~/modules/media/picture-names'
import { paths } from '~/paths'
import { type Locale, localPath } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { formatFen } from '~/ui/format-fen'
import type { Poster } from './poster'

/** What a piece's poster says; null for a piece that is not on sale or has no photograph but one that stands by consent. `origin` is the shop's. */
export async function findPoster(slug: string, locale: Locale, origin: string): Promise<Poster | null> {
  const product = await findProductPage(slug, locale)
  const source = product && sentPicture(product)?.jpeg.at(-1)?.src
  const picture = source ? parsePictureName(source.split('/').at(-1) ?? '') : null
  if (!product?.isOnSale || !picture) return null
  const t = translator(locale)
  const lowest = formatFen(product.fromPriceFen, 'shop', locale)
  const hasDearer = product.variants.some(({ priceFen }) => priceFen > product.fromPriceFen)
  return {
    title: product.title,
    titleLang: product.textLang,
    by: t('shop.by', { seller: product.seller.name, county: product.seller.county }),
    price: hasDearer ? `${lowest} ${t('shop.andUp')}` : lowest,
    brand: t('common.brand'),
    invitation: t('share.scan'),
    address: origin + localPath(locale, paths.product({ slug })),
    picture,
  }
}
