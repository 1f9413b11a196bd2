import type { PhotoData } from '~/ui/photo'
import jpeg640 from './cloth/cloth-640.jpg'
import webp640 from './cloth/cloth-640.webp'
import jpeg900 from './cloth/cloth-900.jpg'
import webp900 from './cloth/cloth-900.webp'

/** The spider-dyed cloth at the door. It says nothing that the words beside it do not. */
export const doorCloth: PhotoData = {
  alt: '',
  width: 900,
  height: 1125,
  webp: [
    { src: webp640, width: 640 },
    { src: webp900, width: 900 },
  ],
  jpeg: [
    { src: jpeg640, width: 640 },
    { src: jpeg900, width: 900 },
  ],
}
