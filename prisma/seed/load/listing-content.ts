import { ListingDraft } from '~/modules/catalog/schema'
import { shots } from '~/modules/catalog/shots'
import { costs } from '../data/costs'
import { galleryOf } from '../data/gallery'
import { looks } from '../data/looks'
import { materialsOf } from '../data/material-kinds'
import { sidesOf } from '../data/sides'
import type { ProductSeed } from '../data/types'
import { wishes } from '../data/wishes'
import { need } from './load-context'

/** Herbs and raw gourds are stopped at borders. */
export const staysInChina = new Set(['sachets', 'gourds'])

/** A product of the sample data as its maker would have written it in the studio. */
export function contentOf(
  product: ProductSeed,
  media: Map<string, { id: string; shot: string }>,
): ListingDraft {
  const { making } = product
  const known = costs[product.key]
  return ListingDraft.parse({
    titleZh: product.title.zh,
    titleEn: product.story.en === undefined ? '' : product.title.en,
    craftCode: product.craft,
    storyZh: product.story.zh,
    storyEn: product.story.en ?? '',
    materialsZh: product.materials.zh,
    materialsEn: product.story.en === undefined ? '' : product.materials.en,
    sizeZh: product.size.zh,
    sizeEn: product.story.en === undefined ? '' : product.size.en,
    careZh: product.care.zh,
    careEn: product.story.en === undefined ? '' : product.care.en,
    ...sidesOf(product),
    makingHours: Math.max(0.5, Math.round(product.makingMinutes / 30) / 2),
    makeMode: making.mode,
    stock: making.mode === 'stock' ? making.stock : null,
    makeDays: making.mode === 'made_to_order' ? making.days : null,
    weeklyCapacity: making.mode === 'made_to_order' ? making.weeklyCapacity : null,
    priceFen: product.priceFen,
    materialCodes: materialsOf(product),
    colourCodes: looks[product.key]?.colours,
    occasionCodes: looks[product.key]?.occasions,
    shipsAbroad: !staysInChina.has(product.craft),
    wishes: (wishes[product.key] ?? []).map(({ label, hint, maxLength, isRequired = false }) => ({
      labelZh: label.zh,
      labelEn: label.en,
      hintZh: hint?.zh,
      hintEn: hint?.en,
      maxLength,
      isRequired,
    })),
    weightGrams: product.weightGrams,
    materialsCostFen: known?.materialsFen,
    packingFen: known?.packingFen,
    hourlyWageFen: known?.hourlyWageFen,
    lowWageReason: known?.reason,
    showsCosts: known?.shows,
    photos: galleryOf(product).map((file, index) => ({
      mediaId: need(media, file).id,
      shot: shots[index] ?? 'whole',
    })),
  })
}
