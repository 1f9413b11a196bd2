import { redrawPhoto } from '~/modules/media/redraw-photo'

/** In the browser, before a form is posted: its photographs as redrawPhoto makes them, under their own names. */
export async function shrinkPhotos(files: FileList): Promise<FileList> {
  const bag = new DataTransfer()
  for (const file of files) {
    const { blob } = await redrawPhoto(file)
    bag.items.add(new File([blob], file.name, { type: blob.type }))
  }
  return bag.files
}
