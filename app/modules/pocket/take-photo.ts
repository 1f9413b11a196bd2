import { pictureLimits } from '~/modules/media/picture-limits'
import { isWholePicture } from './is-whole-picture'
import { type PhotoFault, photoFaults } from './photo-faults'

/** Longer side of what is sent: the shop keeps no more. */
const side = 2400
/** Width of the copy by which a photograph is judged. */
const copyWidth = 320

/** A photograph as it will be sent. */
export type TakenPhoto = { blob: Blob; sha256: string; faults: PhotoFault[] }

/**
 * In the browser, before anything is sent: a photograph as JPEG of at most 2,400 px, upright, without what the camera wrote into it (place, time, telephone), and what is wrong
 * with it. What this browser cannot read, or what is torn, is taken as it is: the shop decides and says why.
 */
export async function takePhoto(file: Blob): Promise<TakenPhoto> {
  const bytes = await file.arrayBuffer()
  const image = isWholePicture(new Uint8Array(bytes)) ? await decode(file) : null
  const blob = (image && (await redraw(image))) ?? file
  if (blob.size > pictureLimits.maxBytes) return { blob, sha256: '', faults: ['large'] }
  return { blob, sha256: await hashOf(blob), faults: image ? judge(image) : [] }
}

async function hashOf(blob: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Null when it is no picture that this browser knows. */
function decode(file: Blob): Promise<HTMLImageElement | null> {
  const source = URL.createObjectURL(file)
  return new Promise<HTMLImageElement | null>((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = source
  }).finally(() => URL.revokeObjectURL(source))
}

/** An image element is drawn upright, as its metadata says; the metadata itself stays behind. */
function drawn(image: HTMLImageElement, scale: number): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // what lets the ground through lies on white, as in the shop
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

function redraw(image: HTMLImageElement): Promise<Blob | null> {
  const canvas = drawn(image, Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight)))
  if (!canvas) return Promise.resolve(null)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
}

function judge(image: HTMLImageElement): PhotoFault[] {
  const { naturalWidth: width, naturalHeight: height } = image
  const canvas = drawn(image, Math.min(1, copyWidth / width))
  const copy = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return copy ? photoFaults(copy, { width, height }) : []
}
