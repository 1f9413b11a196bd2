import type { ShotKind } from '~/ui/shot-guide'

/** The views of a piece in the order in which they are taken and shown. Media.shot and a listing's photos use these words. */
export const shots = ['whole', 'detail', 'back', 'scale', 'hanging', 'making'] as const
export type Shot = (typeof shots)[number]

/** A listing is complete from so many photos on. */
export const fewestPhotos = 3

/** The drawing that shows what to take. */
export const drawingOf = {
  whole: 'whole',
  detail: 'detail',
  back: 'back',
  scale: 'hand',
  hanging: 'hang',
  making: 'making',
} as const satisfies Record<Shot, ShotKind>

/** One photo of a listing: which view it is. */
export type ListingPhoto = { mediaId: string; shot: Shot }

/** Photos in the order of their views. */
export function inShotOrder<P extends { shot: Shot }>(photos: readonly P[]): P[] {
  return [...photos].sort((a, b) => shots.indexOf(a.shot) - shots.indexOf(b.shot))
}

/** The next view to take, null when all are there. */
export function nextShot(photos: readonly { shot: Shot }[]): Shot | null {
  return shots.find((shot) => photos.every((photo) => photo.shot !== shot)) ?? null
}

/** A photo under another view; what was there takes its former one. */
export function movePhoto(photos: readonly ListingPhoto[], mediaId: string, to: Shot): ListingPhoto[] {
  const from = photos.find((photo) => photo.mediaId === mediaId)?.shot
  if (!from) return [...photos]
  return inShotOrder(
    photos.map((photo) => {
      if (photo.mediaId === mediaId) return { ...photo, shot: to }
      return photo.shot === to ? { ...photo, shot: from } : photo
    }),
  )
}
