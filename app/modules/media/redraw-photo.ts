import { isWholePicture } from './is-whole-picture'

/** Longer side of what is sent: the shop keeps no more. */
const side = 2400

/**
 * In the browser, before anything is sent: a photograph as JPEG of at most 2,400 px, upright, without what the camera wrote into it (place, time, telephone). What this browser
 * cannot read, or what is torn, stays as it is, with `image` null: the shop decides and says why.
 */
export async function redrawPhoto(file: Blob): Promise<{ blob: Blob; image: HTMLImageElement | null }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const image = isWholePicture(bytes) ? await decode(file) : null
  const longer = image ? Math.max(image.naturalWidth, image.naturalHeight) : 1
  const canvas = image && drawPhoto(image, Math.min(1, side / longer))
  const blob = canvas && (await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9)))
  return { blob: blob ?? file, image }
}

/** A photograph on a canvas, so many times its size: upright, as its metadata says. What lets the ground through lies on white, as in the shop. */
export function drawPhoto(image: HTMLImageElement, scale: number): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
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
