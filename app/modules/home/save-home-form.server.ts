import type { TypedResponse } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { acceptPicture } from '~/modules/media/accept-picture.server'
import { prisma } from '~/platform/db/prisma.server'
import { notFound, Refusal } from '~/platform/errors'
import { handleFormData } from '~/platform/form.server'
import { saveHomeItem } from './save-home-item.server'
import { type HomeKind, MakerForm, WordsForm } from './schema'

type SaveFormInput = {
  request: Request
  form: FormData
  actor: Actor
  kind: HomeKind
  itemId: string | null
  done: (itemId: string) => TypedResponse<never>
}

/** Takes a posted form of a thing for the first page, by its kind; `done` answers when it is saved. A banner's picture is stored before its version names it. */
export function saveHomeForm({ request, form, actor, kind, itemId, done }: SaveFormInput) {
  if (kind === 'maker')
    return handleFormData(request, form, MakerForm, async ({ sellerId, ...span }) =>
      done((await saveHomeItem({ actor, itemId, ...span, saying: { kind, sellerId } })).itemId),
    )
  return handleFormData(request, form, WordsForm, async ({ seen, from, to, position, ...words }) => {
    const saying =
      kind === 'banner' ? { kind, ...words, mediaId: await pictureOfForm(form, itemId) } : { kind, ...words }
    return done((await saveHomeItem({ actor, itemId, seen, from, to, position, saying })).itemId)
  })
}

/** The picture that was sent, stored; without one, that of the newest version. */
async function pictureOfForm(form: FormData, itemId: string | null): Promise<string> {
  const file = form.get('picture')
  if (file instanceof File && file.size > 0) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    try {
      return (await acceptPicture({ sellerId: null, bytes })).mediaId
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(error.key, error.status, error.params, 'picture')
      throw error
    }
  }
  if (itemId === null) throw new Refusal('home.pictureMissing', 422, {}, 'picture')
  const newest = await prisma.homeVersion.findFirst({
    where: { itemId },
    orderBy: { number: 'desc' },
    select: { mediaId: true },
  })
  if (!newest?.mediaId) throw notFound()
  return newest.mediaId
}
