import type { SellerWorkPage } from './get-seller-work.server'
import type { Carrier } from './schema'

/** Who carries it when nothing else is said: the post, abroad by the service that was sold. */
export function usualCarrier({ abroad }: Pick<SellerWorkPage, 'abroad'>): Carrier {
  if (!abroad) return 'youzhengguonei'
  return abroad.service === 'ems' ? 'ems' : 'youzhengguoji'
}
