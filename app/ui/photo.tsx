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
  /** The width it takes on the page, as in the HTML attribute: "(min-width: 67.5em) 25vw, 44vw". On phones what withPhones says. */
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
  const onPhones = withPhones(sizes)
  return (
    <picture
      className={classNames('photo', blurred && 'photo-blurred', className)}
      style={blurred ? { backgroundImage: `url(${blurred})` } : undefined}
    >
      {photo.avif && photo.avif.length > 0 ? (
        <source type="image/avif" srcSet={sourceSet(photo.avif)} sizes={onPhones} />
      ) : null}
      {photo.webp.length > 0 ? (
        <source type="image/webp" srcSet={sourceSet(photo.webp)} sizes={onPhones} />
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

/** How wide a phone is at most, and what to say there of a picture so that the file of 640 or of 320 pixels is taken at all ratios from 1.75 to 3. */
const phones = { upTo: '(max-width: 30em)', whole: '200px', half: '90px' } as const

/**
 * The same `sizes` with a word for phones: over the whole width the file of 640 pixels, over half of it that of 320, which is 1.5 to 2 pixels a point. A browser left to itself fetches up to three,
 * which nobody tells from two in a hand and which weighs twice as much. Only a last width in vw behind others is for phones. Browsers that know JPEG alone are older than such screens.
 */
export function withPhones(sizes: string): string {
  return sizes.replace(
    /(?<=, )(\d+)vw$/,
    (last, share) => `${phones.upTo} ${Number(share) > 50 ? phones.whole : phones.half}, ${last}`,
  )
}
