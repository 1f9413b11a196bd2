import { Photo } from '~/ui/photo'
import type { ListingPhotoView } from '../listing-photos.server'

/** Her photos beside the words on a wide screen: one describes best what one sees. On a phone they stand a step back. */
export function PhotoReminder({ photos }: { photos: readonly ListingPhotoView[] }) {
  return (
    <ul className="hidden lg:grid lg:grid-cols-2 lg:gap-2">
      {photos.map(({ mediaId, photo }) => (
        <li key={mediaId} className="aspect-[4/5]">
          <Photo photo={photo} sizes="16vw" />
        </li>
      ))}
    </ul>
  )
}
