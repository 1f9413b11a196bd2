import { classNames } from './class-names'

/** One file of a picture and its width in pixels. */
export type PhotoFile = { src: string; width: number }

/** A picture as the pages receive it. WebP and JPEG always exist (320, 640, 960 and 1280 wide); AVIF comes later, by a job. */
export type PhotoData = {
  alt: string
  width: number
  height: number
  avif?: ReadonlyArray<PhotoFile>
  webp: ReadonlyArray<PhotoFile>
  jpeg: ReadonlyArray<PhotoFile>
}

type PhotoProps = {
  photo: PhotoData
  /**
   * The width it takes on the page, as in the HTML attribute: "(min-width: 67.5em) 25vw, 44vw". On phones a little less, 44vw of a half and 88vw of the whole: so that the
   * files of 320 and 640 pixels serve them, and not ones of twice the bytes for a tenth of the pixels.
   */
  sizes: string
  /** The first picture a visitor sees: fetched at once and early. All others wait until they come near. */
  eager?: boolean
  /** A drawing of it that is there at once, as an address (data:): its ground until the picture has come. */
  blurred?: string | null
  /** Overrides the picture's own text; '' where the words beside it say the same. */
  alt?: string
  className?: string
}

/** A photograph in the best format the browser knows, at the width it needs. */
export function Photo({ photo, sizes, eager = false, blurred, alt, className }: PhotoProps) {
  const priority = eager ? { fetchpriority: 'high' } : {}
  return (
    <picture
      className={classNames('photo', blurred && 'photo-blurred', className)}
      style={blurred ? { backgroundImage: `url(${blurred})` } : undefined}
    >
      {photo.avif && photo.avif.length > 0 ? (
        <source type="image/avif" srcSet={sourceSet(photo.avif)} sizes={sizes} />
      ) : null}
      {photo.webp.length > 0 ? (
        <source type="image/webp" srcSet={sourceSet(photo.webp)} sizes={sizes} />
      ) : null}
      <img
        src={fallbackOf(photo)?.src}
        srcSet={sourceSet(photo.jpeg)}
        sizes={sizes}
        alt={alt ?? photo.alt}
        width={photo.width}
        height={photo.height}
        loading={eager ? 'eager' : 'lazy'}
        decoding="async"
        {...priority}
      />
    </picture>
  )
}

/** The file for browsers that choose none: of 640 pixels or the next wider one, else the widest. */
export function fallbackOf({ jpeg }: PhotoData): PhotoFile | undefined {
  return jpeg.find((file) => file.width >= 640) ?? jpeg.at(-1)
}

/** `/a-320.webp 320w, /a-640.webp 640w` */
export function sourceSet(files: ReadonlyArray<PhotoFile>): string {
  return files.map((file) => `${file.src} ${file.width}w`).join(', ')
}
