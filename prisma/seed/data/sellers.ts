import { sellersBeadShops } from './sellers-bead-shops'
import { sellersBeadwork } from './sellers-beadwork'
import { sellersCloisonne } from './sellers-cloisonne'
import { sellersCrochet } from './sellers-crochet'
import { sellersEmbroidery } from './sellers-embroidery'
import { sellersGourdsAndFeitian } from './sellers-gourds-and-feitian'
import { sellersKnotShops } from './sellers-knot-shops'
import { sellersKnots } from './sellers-knots'
import { sellersSachets } from './sellers-sachets'
import { sellersTieDye } from './sellers-tie-dye'
import type { SellerSeed } from './types'

/** All invented sellers: artisans, workshops, companies, bases and institutions. */
export const sellers: readonly SellerSeed[] = [
  ...sellersKnots,
  ...sellersKnotShops,
  ...sellersBeadwork,
  ...sellersBeadShops,
  ...sellersTieDye,
  ...sellersCrochet,
  ...sellersEmbroidery,
  ...sellersSachets,
  ...sellersCloisonne,
  ...sellersGourdsAndFeitian,
]
