import type { ProductSeed } from './types'

type SidesSeed = { readonly widthMm: number; readonly heightMm: number }

const cm = String.raw`(\d+(?:\.\d+)?)`
/** how long a piece is with all that hangs from it */
const inAll = `(?:全长|连穗长?|带穗) ?${cm} cm`

/** How the words of a size give the width and the height of one piece as it hangs, stands or lies, in this order. */
const sides = [
  `(?:框|轴) ${cm} × ${cm} cm`,
  `${cm} × ${cm} cm(?:.*${inAll})?`,
  `(?:宽|边长|直径|环径|扇面) ${cm} cm，${inAll}`,
  `口径 ${cm} cm，高 ${cm} cm`,
].map((words) => new RegExp(words))

/** The same with the height first. */
const upright = new RegExp(`高 ${cm} cm，(?:下肚|肚径|盆径|口径) ${cm} cm`)

/** Of what is round, or as wide as it is high. */
const across = new RegExp(`^(?:绷径|直径|边长) ${cm} cm$`)

/** Width and height of a sample piece, where its words give both of the piece itself and not of its box. */
export function sidesOf({ size }: Pick<ProductSeed, 'size'>): SidesSeed | null {
  if (size.zh.includes('盒')) return null
  const [, width, height, whole = height] =
    sides.map((words) => words.exec(size.zh)).find((found) => found !== null) ?? []
  const [, tall, wide] = upright.exec(size.zh) ?? []
  const [, diameter] = across.exec(size.zh) ?? []
  return inMillimetres(width ?? wide ?? diameter, whole ?? tall ?? diameter)
}

function inMillimetres(width: string | undefined, height: string | undefined): SidesSeed | null {
  if (!width || !height) return null
  return { widthMm: Math.round(Number(width) * 10), heightMm: Math.round(Number(height) * 10) }
}
