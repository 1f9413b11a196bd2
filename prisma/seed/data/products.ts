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

/** The products of each craft, newest first; alike pieces stand far apart. */
const byCraft: Readonly<Record<CraftCode, readonly ProductSeed[]>> = {
  beadwork: spread([
    beadsBracelet,
    beadsStack,
    beadsNecklacesOthers,
    beadsNecklace,
    beadsMala,
    beadsLoom,
    beadsWovenOthers,
    beadsEarrings,
    beadsCharm,
  ]),
  crochet: spread([
    crochetRabbit,
    crochetBear,
    crochetCactus,
    crochetBasket,
    crochetHat,
    crochetFlowers,
    crochetCoasters,
    crochetTableOthers,
    crochetBlanket,
  ]),
  embroidery: spread([
    embroideryPeony,
    embroideryPlum,
    embroideryButterfly,
    embroideryChrys,
    embroideryInsole,
    embroideryCushion,
    embroideryRunner,
  ]),
  cloisonne: spread([cloisonneOthers, cloisonneMountain, cloisonneCaisson, cloisonneFish]),
  feitian: spread([feitianOthers]),
  gourds: spread([gourdsOthers, gourdsPeony]),
  knots: spread([
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
  ]),
  sachets: spread([
    sachetsHeart,
    sachetsRound,
    sachetsSquare,
    sachetsZongzi,
    sachetsGsachet,
    sachetsShapesOthers,
    sachetsBird,
    sachetsMedal,
  ]),
  'tie-dye': spread([
    dyeSuns,
    dyeResistsOthers,
    dyeCushion,
    dyeRunner,
    dyeDrape,
    dyeClothsOthers,
    dyeTwo,
    dyePouch,
  ]),
}

/** The products of one craft in the order of its page, newest first. */
export const productsOfCraft = (craft: CraftCode): readonly ProductSeed[] => byCraft[craft]

/** All products in the order of the shop, newest first. Within a craft the order is that of its own page. */
export const products: readonly ProductSeed[] = spread(Object.values(byCraft))
