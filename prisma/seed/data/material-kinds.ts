import type { Material } from '~/modules/search/attributes'
import { materials } from './materials'
import type { ProductSeed } from './types'

/** What a maker would tick of each composition. */
const kinds: Readonly<Record<keyof typeof materials, readonly Material[]>> = {
  nylon5glass: ['nylon', 'glass'],
  nylon5jade: ['nylon', 'glass', 'metal'],
  nylon5brass: ['nylon', 'metal'],
  nylon5gold: ['nylon'],
  nylon5: ['nylon'],
  nylon4jade: ['nylon', 'glass'],
  nylon4brass: ['nylon', 'metal'],
  nylon6: ['nylon'],
  nylon6jade: ['nylon', 'glass'],
  cottonround: ['cotton', 'glass'],
  hemp: ['linen', 'wood'],
  knotcloth: ['nylon', 'cotton', 'wood'],
  kitcord: ['nylon'],
  glasselastic: ['glass', 'metal'],
  glassamber: ['glass', 'wood', 'metal'],
  glassjadecord: ['nylon', 'glass'],
  glassline: ['nylon', 'glass'],
  seedpanel: ['cotton', 'glass'],
  woodcord: ['wood'],
  indigocotton: ['cotton'],
  indigolinen: ['linen'],
  indigosilk: ['silk'],
  maddercotton: ['cotton'],
  walnutcotton: ['cotton'],
  greencotton: ['cotton'],
  plumcotton: ['cotton'],
  gardeniacotton: ['cotton'],
  safflowercotton: ['cotton'],
  gallcotton: ['cotton'],
  bodhi: ['wood', 'seed'],
  cushioncotton: ['cotton'],
  cottonyarn: ['cotton'],
  cottonyarnfill: ['cotton'],
  woolyarn: ['wool'],
  woolblend: ['wool', 'acrylic'],
  mercerised: ['cotton'],
  acrylicyarn: ['acrylic'],
  cottonwire: ['cotton', 'metal'],
  satinhoop: ['silk', 'satin', 'wood'],
  linenhoop: ['cotton', 'linen', 'wood'],
  silkframe: ['silk', 'wood'],
  linensilk: ['linen', 'silk'],
  cottonsilk: ['cotton', 'silk'],
  satinmugwort: ['cotton', 'satin', 'herb'],
  satinrose: ['cotton', 'satin', 'herb'],
  satinlavender: ['cotton', 'satin', 'herb'],
  cottonmugwort: ['cotton', 'herb'],
  satinorange: ['cotton', 'satin', 'herb'],
  satinpine: ['cotton', 'satin', 'herb'],
  enamelwood: ['wood', 'metal', 'enamel'],
  enamelalu: ['wood', 'metal', 'enamel'],
  gourd: ['nylon', 'glass', 'gourd'],
  gourdink: ['nylon', 'gourd'],
  silkfan: ['silk', 'wood', 'paint'],
  silkwound: ['silk', 'herb'],
  loomwire: ['nylon', 'glass', 'metal'],
  clayboard: ['wood', 'paint'],
  silkscroll: ['silk', 'paint'],
}

/** The kinds of material of a sample piece. */
export function materialsOf({ materials: composition }: ProductSeed): readonly Material[] {
  for (const [key, text] of Object.entries(materials)) if (text === composition) return kindsOf(key)
  return []
}

function kindsOf(key: string): readonly Material[] {
  return Object.entries(kinds).find(([name]) => name === key)?.[1] ?? []
}
