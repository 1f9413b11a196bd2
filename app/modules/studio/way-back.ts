import { paths } from '~/paths'
import type { MessageKey } from '~/platform/i18n/translate'

/** The one way back from a page of the studio, and what it is called. */
export type WayBack = { text: MessageKey; to: string }

/** A single piece, order, talk or table leads back to where it was chosen, what belongs to it back to it, everything else to the three doors. */
export function wayBack(path: string): WayBack {
  const [, noun = '', id, part] = path.split('/').slice(1)
  if (noun === 'products' && id === 'import' && part)
    return { text: 'pieces.toTables', to: paths.studioTables() }
  if (noun === 'products' && id && !part && path !== paths.studioNewProduct())
    return { text: 'studio.backPieces', to: paths.studioProducts() }
  if (noun === 'orders' && id)
    return part
      ? { text: 'studio.backOrder', to: paths.studioOrder({ sellerOrderId: id }) }
      : { text: 'studio.backWork', to: paths.studioOrders() }
  if (noun === 'messages' && id) return { text: 'messages.studioTitle', to: paths.studioMessages() }
  if (noun === 'statements' && id) return { text: 'statement.title', to: paths.studioStatements() }
  if (path === paths.studioTax()) return { text: 'statement.title', to: paths.studioStatements() }
  if (path === paths.studioPromotions() || path === paths.studioStatements())
    return { text: 'order.incomeTitle', to: paths.studioIncome() }
  if (path === paths.studioCard()) return { text: 'card.title', to: paths.studioSettings() }
  return { text: 'studio.backHome', to: paths.studio() }
}
