import type { PhotoData } from '~/ui/photo'

/** The picture that is sent on with a link to a page. */
export type SharePicture = { path: string; width: number; height: number }

/** Crafts for which there is a drawing to be sent on (public/share; drawn by `npm run pictures:share`). */
export const drawnCrafts = [
  'knots',
  'beadwork',
  'tie-dye',
  'crochet',
  'embroidery',
  'sachets',
  'cloisonne',
  'gourds',
  'feitian',
] as const

/** What previews of links show, pixels. */
export const drawnSize = { width: 1200, height: 630 } as const

/**
 * What is sent on with a link to a page, always a JPEG, since previews read no SVG and some no WebP: the widest file of its photograph; without one the drawing of its craft, or the shop's own.
 */
export function sharePicture(picture: PhotoData | undefined, craft: string | undefined): SharePicture {
  const widest = picture?.webp.length ? picture.jpeg.at(-1) : undefined
  if (picture && widest) {
    const width = Math.min(widest.width, picture.width)
    return { path: widest.src, width, height: Math.round((picture.height * width) / picture.width) }
  }
  const name = drawnCrafts.find((one) => one === craft) ?? 'shop'
  return { path: `/share/${name}.jpg`, ...drawnSize }
}
