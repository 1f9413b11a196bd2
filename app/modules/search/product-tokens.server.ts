import { pinyin } from 'pinyin-pro'
import { searchTokens } from './tokens'

/** What of a piece can be found by a search. */
export type SearchableProduct = {
  titleZh: string
  titleEn: string | null
  storyZh: string
  craftNameZh: string
  craftNameEn: string
  sellerNameZh: string
  materialsZh: string
}

/**
 * The text for Product.search: `to_tsvector('simple', ${productTokens(…)})`. Besides the words themselves it holds the pinyin of craft, title
 * and shop from each syllable on, joined and as initials: zhongguojie, guojie and zgj all find 中国结.
 */
export function productTokens(product: SearchableProduct): string {
  const words = searchTokens(Object.values(product).join('\n'))
  const sounds = new Set(
    [product.craftNameZh, product.titleZh, product.sellerNameZh].flatMap((name) =>
      [...name.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => soundsOf(run)),
    ),
  )
  return [words, ...sounds].join(' ')
}

function soundsOf(han: string): string[] {
  const syllables = pinyin(han, { toneType: 'none', type: 'array', v: true }).filter((syllable) =>
    /^[a-z]+$/.test(syllable),
  )
  const joined = syllables.map((_, start) => syllables.slice(start).join('').slice(0, 40))
  const initials = syllables.map((_, start) =>
    syllables
      .slice(start)
      .map((syllable) => syllable.slice(0, 1))
      .join(''),
  )
  return [...joined, ...initials.filter((text) => text.length > 1)]
}
