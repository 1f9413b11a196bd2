import type { PhotoData } from '~/ui/photo'

/** Stands where a picture is gone: a stitched frame (public/no-picture.svg). */
export function noPicture(alt: string): PhotoData {
  return { alt, width: 640, height: 800, webp: [], jpeg: [{ src: '/no-picture.svg', width: 640 }] }
}
