import { drawnSize } from '~/modules/search/share-picture'

/** The colours of design.md, by day. */
export const palette = {
  paper: '#f6f1e6',
  sheet: '#fdfaf3',
  hemp: '#ebe2cf',
  ink: '#221c17',
  cinnabar: '#ad261b',
  cinnabarDeep: '#861a13',
  indigo: '#1d3a61',
  indigoDeep: '#12253f',
  indigoTint: '#dde4ea',
  azurite: '#245a8c',
  green: '#27634e',
  greenTint: '#d9e6da',
  ochre: '#8a5417',
  loess: '#d8b679',
  loessTint: '#f4e6c6',
} as const

/** Some previews cut a square out of the middle, so that a drawing has its weight there. */
export const middle = { x: drawnSize.width / 2, y: drawnSize.height / 2 } as const

/** A number for SVG. */
export const n = (value: number): string => String(Math.round(value * 100) / 100)

/** Numbers from 0 on. */
export const count = (length: number): number[] => Array.from({ length }, (_, at) => at)

export const ground = (colour: string): string =>
  `<rect width="${drawnSize.width}" height="${drawnSize.height}" fill="${colour}"/>`

/** The same numbers between 0 and 1 each time it is asked anew: hands are never quite even, drawings stay as they are. */
export function wavering(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
