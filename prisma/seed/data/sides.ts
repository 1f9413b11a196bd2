import type { ProductSeed } from './types'

type SidesSeed = { readonly widthMm: number; readonly heightMm: number }

/** Width and height of a sample piece, where its words give both of the piece itself and not of its box. */
export function sidesOf({ size }: Pick<ProductSeed, 'size'>): SidesSeed | null {
  if (size.zh.includes('盒')) return null
  const [, width, height, ...more] = /(\d+(?:\.\d+)?) × (\d+(?:\.\d+)?) cm/.exec(size.zh) ?? []
  if (!width || !height || more.length > 0) return null
  const [, whole = height] = /(?:全长|连穗长?) ?(\d+(?:\.\d+)?) cm/.exec(size.zh) ?? []
  return { widthMm: Math.round(Number(width) * 10), heightMm: Math.round(Number(whole) * 10) }
}
