import type { PhotoData } from '~/ui/photo'
import type { ProductPageView } from './product-page-view'

/** The picture of a piece that leaves the shop, with a link or on a poster: its first one, but none that shows its maker at work. That one stands by her consent, and what is kept elsewhere cannot be taken back. */
export function sentPicture({ pictures }: Pick<ProductPageView, 'pictures'>): PhotoData | undefined {
  return pictures.find(({ shot }) => shot !== 'making')?.photo
}
