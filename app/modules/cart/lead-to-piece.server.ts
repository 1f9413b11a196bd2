import { redirect, type TypedResponse } from '@remix-run/node'
import { paths } from '~/paths'
import { prisma } from '~/platform/db/prisma.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { AddForm } from './schema'

const Piece = AddForm.pick({ intent: true, variantId: true })

/**
 * A piece's page that was opened before a release may post to the basket what is to go into it. The browser is told to post the same to the piece's page (307, RFC 9110 section 15.4.8), which takes it, or
 * shows it again with what is wrong. Null: it is some other form.
 */
export async function leadToPiece(request: Request, form: FormData): Promise<TypedResponse<never> | null> {
  const sent = Piece.safeParse(Object.fromEntries(form))
  if (!sent.success) return null
  const product = await prisma.product.findFirst({
    where: { variants: { some: { id: sent.data.variantId } }, publishedAt: { not: null } },
    select: { slug: true },
  })
  return product && redirect(localPath(requestLocale(request), paths.product(product)), 307)
}
