/** Longer side of what is sent: the server keeps no more. */
const side = 2400
/** Files below this are sent as they are. */
const smallEnough = 1_500_000

/**
 * In the browser, before sending: large photos as JPEG of at most 2,400 px, so that a village line carries them in seconds. What the browser cannot decode, or
 * would make larger, is sent as it is: the server decides.
 */
export async function shrinkPhotos(files: FileList): Promise<FileList> {
  const bag = new DataTransfer()
  for (const file of files) bag.items.add(file.size > smallEnough ? await shrink(file) : file)
  return bag.files
}

async function shrink(file: File): Promise<File> {
  const source = URL.createObjectURL(file)
  try {
    const blob = await draw(await decode(source))
    if (!blob || blob.size >= file.size) return file
    return new File([blob], file.name, { type: 'image/jpeg' })
  } finally {
    URL.revokeObjectURL(source)
  }
}

/** Null when it is no picture that this browser knows. */
function decode(source: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = source
  })
}

/** An image element is drawn upright, as its metadata says; the metadata itself stays behind. */
function draw(image: HTMLImageElement | null): Promise<Blob | null> {
  if (!image) return Promise.resolve(null)
  const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.resolve(null)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
}
