import type { PlainObject } from '~/platform/http/as-is'
import type { ProductPageView } from './product-page-view'

type ProductDataInput = { product: ProductPageView; address: string; image: string }

/** A piece as schema.org/Product, for search engines: what the page shows, nothing more. */
export function productData({ product, address, image }: ProductDataInput): PlainObject {
  const prices = [product.fromPriceFen, ...product.variants.map((variant) => variant.priceFen)]
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  const most = Math.max(0, ...product.variants.map((variant) => variant.most))
  const offer = {
    url: address,
    priceCurrency: 'CNY',
    itemCondition: 'https://schema.org/NewCondition',
    availability: `https://schema.org/${availabilityOf(product, most)}`,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.story,
    sku: product.serial,
    category: product.craft.name,
    material: product.materials,
    ...(product.facts.length > 0
      ? {
          additionalProperty: product.facts.map(({ term, detail }) => ({
            '@type': 'PropertyValue',
            name: term,
            value: detail,
          })),
        }
      : {}),
    brand: { '@type': 'Brand', name: product.seller.name },
    image: [image],
    // a range only where there is one: shopping lists take a piece by its one price
    offers:
      lowest === highest
        ? { '@type': 'Offer', price: yuan(lowest), ...offer }
        : {
            '@type': 'AggregateOffer',
            lowPrice: yuan(lowest),
            highPrice: yuan(highest),
            offerCount: product.variants.length,
            ...offer,
          },
  }
}

function availabilityOf(product: ProductPageView, most: number): string {
  if (!product.isOnSale || most === 0)
    return product.variants.some(({ heldUntil }) => heldUntil !== null) ? 'OutOfStock' : 'SoldOut'
  return product.variants.some((variant) => variant.availability.kind !== 'made_to_order' && variant.most > 0)
    ? 'InStock'
    : 'MadeToOrder'
}

/** An amount as schema.org writes it: 368.00 */
function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
