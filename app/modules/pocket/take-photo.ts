import { pictureLimits } from '~/modules/media/picture-limits'
import { drawPhoto, redrawPhoto } from '~/modules/media/redraw-photo'
import { type PhotoFault, photoFaults } from './photo-faults'

/** Width of the copy by which a photograph is judged. */
const copyWidth = 320

/** A photograph as it will be sent. */
export type TakenPhoto = { blob: Blob; sha256: string; faults: PhotoFault[] }

/** A photograph ready to be sent (redrawPhoto), its hash, and what this device finds wrong with it. */
export async function takePhoto(file: Blob): Promise<TakenPhoto> {
  const { blob, image } = await redrawPhoto(file)
  if (blob.size > pictureLimits.maxBytes) return { blob, sha256: '', faults: ['large'] }
  return { blob, sha256: await hashOf(blob), faults: image ? judge(image) : [] }
}

async function hashOf(blob: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function judge(image: HTMLImageElement): PhotoFault[] {
  const { naturalWidth: width, naturalHeight: height } = image
  const canvas = drawPhoto(image, Math.min(1, copyWidth / width))
  const copy = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return copy ? photoFaults(copy, { width, height }) : []
}
