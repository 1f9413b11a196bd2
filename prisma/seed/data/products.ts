import { hang } from './hang'
import { beadsBracelet, beadsStack } from './products-beads-bracelets'
import { beadsMala, beadsNecklace, beadsNecklacesOthers } from './products-beads-necklaces'
import { beadsCharm, beadsEarrings } from './products-beads-small'
import { beadsLoom, beadsWovenOthers } from './products-beads-woven'
import { cloisonneCaisson, cloisonneFish, cloisonneMountain, cloisonneOthers } from './products-cloisonne'
import { crochetBear, crochetRabbit } from './products-crochet-animals'
import { crochetFlowers, crochetHat } from './products-crochet-hats-and-flowers'
import { crochetBasket, crochetCactus } from './products-crochet-home'
import { crochetBlanket, crochetCoasters, crochetTableOthers } from './products-crochet-table'
import { dyeClothsOthers, dyeDrape, dyeTwo } from './products-dye-cloths'
import { dyeCushion, dyeRunner } from './products-dye-home'
import { dyePouch } from './products-dye-pouches'
import { dyeResistsOthers } from './products-dye-resists'
import { dyeSuns } from './products-dye-suns'
import { embroideryCushion, embroideryRunner } from './products-embroidery-cloths'
import { embroideryPeony, embroideryPlum } from './products-embroidery-hoops'
import { embroideryInsole } from './products-embroidery-insoles'
import { embroideryButterfly, embroideryChrys } from './products-embroidery-pictures'
import { feitianOthers } from './products-feitian'
import { gourdsOthers, gourdsPeony } from './products-gourds'
import { knotsChain3 } from './products-knots-chains'
import { knotsCharm, knotsCharmsOthers } from './products-knots-charms'
import { knotsDoor, knotsDoorsOthers } from './products-knots-doors'
import { knotsDouble, knotsDoubleOthers } from './products-knots-double'
import { knotsFine9 } from './products-knots-fine'
import { knotsHallOthers, knotsPanchang } from './products-knots-hall'
import { knotsFlat, knotsKitsOthers } from './products-knots-kits'
import { knotsPair, knotsPairsOthers } from './products-knots-pairs'
import { knotsRing } from './products-knots-wreaths'
import { sachetsGsachet, sachetsZongzi } from './products-sachets-festival'
import { sachetsHeart } from './products-sachets-hearts'
import { sachetsRound, sachetsSquare } from './products-sachets-lobed'
import { sachetsBird, sachetsMedal, sachetsShapesOthers } from './products-sachets-shapes'
import { spread } from './spread'
import type { CraftCode, ProductSeed } from './types'
import { waiting } from './waiting'

/** What each craft has, kind by kind: the first piece of the first kind opens its page. */
const kindsOf: Readonly<Record<CraftCode, readonly (readonly ProductSeed[])[]>> = {
  beadwork: [
    beadsBracelet,
    beadsStack,
    beadsNecklacesOthers,
    beadsNecklace,
    beadsMala,
    beadsLoom,
    beadsWovenOthers,
    beadsEarrings,
    beadsCharm,
  ],
  crochet: [
    crochetRabbit,
    crochetBear,
    crochetCactus,
    crochetBasket,
    crochetHat,
    crochetFlowers,
    crochetCoasters,
    crochetTableOthers,
    crochetBlanket,
  ],
  embroidery: [
    embroideryPeony,
    embroideryPlum,
    embroideryButterfly,
    embroideryChrys,
    embroideryInsole,
    embroideryCushion,
    embroideryRunner,
  ],
  cloisonne: [cloisonneMountain, cloisonneOthers, cloisonneCaisson, cloisonneFish],
  feitian: [feitianOthers],
  gourds: [gourdsOthers, gourdsPeony],
  knots: [
    knotsPanchang,
    knotsHallOthers,
    knotsDouble,
    knotsDoubleOthers,
    knotsDoor,
    knotsDoorsOthers,
    knotsFine9,
    knotsChain3,
    knotsPair,
    knotsPairsOthers,
    knotsCharm,
    knotsCharmsOthers,
    knotsFlat,
    knotsKitsOthers,
    knotsRing,
  ],
  sachets: [
    sachetsHeart,
    sachetsRound,
    sachetsSquare,
    sachetsZongzi,
    sachetsGsachet,
    sachetsShapesOthers,
    sachetsBird,
    sachetsMedal,
  ],
  'tie-dye': [dyeResistsOthers, dyeSuns, dyeCushion, dyeRunner, dyeDrape, dyeClothsOthers, dyeTwo, dyePouch],
}

const isWaiting = ({ key }: ProductSeed): boolean => waiting[key] !== undefined

/** The products of one craft, newest first: kinds alternate and neighbours differ. Those that wait are last: they take no place of the page. */
function hangCraft(kinds: readonly (readonly ProductSeed[])[]): readonly ProductSeed[] {
  const pieces = spread(kinds)
  const opening = kinds[0]?.[0]
  const shown = pieces.filter((piece) => piece !== opening && !isWaiting(piece))
  return [...hang(opening ? [opening, ...shown] : shown), ...pieces.filter(isWaiting)]
}

/** All products in the order of the shop, newest first. Within a craft the order is that of its own page. */
export const products: readonly ProductSeed[] = spread(Object.values(kindsOf).map(hangCraft))
