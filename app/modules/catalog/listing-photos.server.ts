import { findPictures } from '~/modules/media/find-pictures.server'
import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import type { PhotoData } from '~/ui/photo'
import type { ListingDraft } from './schema'
import { shotTitle } from './shot-titles'
import type { Shot } from './shots'

/** A photo of a listing as pages show it. */
export type ListingPhotoView = { mediaId: string; shot: Shot; photo: PhotoData }

/** The photos of one or several listings that are there, each described by the piece and the view. */
export async function findListingPhotos(
  { contents, locale }: { contents: readonly ListingDraft[]; locale: Locale },
  tx: Tx = prisma,
): Promise<(content: ListingDraft) => ListingPhotoView[]> {
  const t = translator(locale)
  const all = contents.flatMap(({ titleZh, photos }) => photos.map((photo) => ({ titleZh, ...photo })))
  const alts = new Map(
    all.map(({ mediaId, titleZh, shot }) => [
      mediaId,
      [titleZh, t(shotTitle[shot])].filter(Boolean).join('，'),
    ]),
  )
  const found = await findPictures({ ids: [...alts.keys()], locale, altOf: (id) => alts.get(id) ?? '' }, tx)
  return (content) =>
    content.photos.flatMap(({ mediaId, shot }) => {
      const photo = found.get(mediaId)
      return photo ? [{ mediaId, shot, photo }] : []
    })
}
