import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { paths } from '~/paths'
import { handleFormData } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { copyListing } from './copy-listing.server'
import { discardListing } from './discard-listing.server'
import { editLiveListing } from './edit-live-listing.server'
import { StockForm } from './listing-forms'
import { pauseListing } from './pause-listing.server'
import { removeListing } from './remove-listing.server'
import { setStock } from './set-stock.server'
import { takeBackListing } from './take-back-listing.server'

/** What the page of a piece says happened. */
export const pieceDone = ['submitted', 'spoken', 'taken-back', 'paused', 'resumed', 'stock'] as const
type Done = (typeof pieceDone)[number]

const Intent = z.object({
  intent: z.enum(['stock', 'edit', 'take-back', 'pause', 'resume', 'remove', 'discard', 'copy']),
})

/** The small forms on the page of a piece, told apart by their button's `intent`: each is one verb, then back to the page that shows it. */
export async function changePiece({
  request,
  form,
  actor,
  productId,
}: {
  request: Request
  form: FormData
  actor: Actor
  productId: string
}) {
  const to = (path: string) => redirect(localPath(requestLocale(request), path), 303)
  const shown = (done: Done) => to(`${paths.studioProduct({ productId })}?done=${done}`)
  if (form.get('intent') === 'stock') {
    return handleFormData(request, form, StockForm, async (stock) => {
      await setStock({ actor, productId, ...stock })
      return shown('stock')
    })
  }
  return handleFormData(request, form, Intent, async ({ intent }) => {
    if (intent === 'edit') {
      await editLiveListing({ actor, productId })
      return to(paths.studioWords({ productId }))
    }
    if (intent === 'copy') {
      const copy = await copyListing({ actor, productId })
      return to(paths.studioPhotos({ productId: copy }))
    }
    if (intent === 'discard') {
      await discardListing({ actor, productId })
      return to(`${paths.studioProducts()}?done=discarded`)
    }
    if (intent === 'remove') {
      await removeListing({ actor, productId })
      return to(`${paths.studioProducts()}?done=removed`)
    }
    if (intent === 'take-back') {
      await takeBackListing({ actor, productId })
      return shown('taken-back')
    }
    await pauseListing({ actor, productId, to: intent === 'pause' ? 'paused' : 'on_sale' })
    return shown(intent === 'pause' ? 'paused' : 'resumed')
  })
}
