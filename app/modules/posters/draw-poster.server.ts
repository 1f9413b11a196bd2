import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import { openPicture } from '~/modules/media/open-picture.server'
import { takePictureTurn } from '~/modules/media/picture-turn.server'
import type { Poster } from './poster'

/** pixels; what WeChat shows without cutting */
const width = 1080
const height = 1620
const pictureHeight = 1180
const margin = 64
const codeSide = 260
/** paper around the code: four of its modules, by which readers find it */
const codeQuiet = 36
const textWidth = width - 3 * margin - codeSide

/** the colours of paper, ink and seal (design tokens) */
const paper = '#f6f1e6'
const ink = '#1d1a16'
const quiet = '#5d564c'
const seal = '#b3261e'

/** posters that are kept; each is a tenth of a megabyte or two */
const mostKept = 24

const kept = new Map<string, Promise<Buffer | null>>()

/** A poster as JPEG to be saved and sent on: photograph, name, maker, price, and a code that leads to the piece. The same words are drawn once. Null when the photograph is gone. */
export function drawPoster(poster: Poster): Promise<Buffer | null> {
  const key = createHash('sha256').update(JSON.stringify(poster)).digest('base64url')
  const drawn = kept.get(key) ?? takePictureTurn(width * height, () => draw(poster))
  kept.delete(key)
  kept.set(key, drawn)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  drawn.then(
    (bytes) => bytes ?? kept.delete(key),
    () => kept.delete(key),
  )
  return drawn
}

async function draw(poster: Poster): Promise<Buffer | null> {
  const photograph = await readPhotograph(poster)
  if (!photograph) return null
  const [{ default: sharp }, { default: QRCode }] = await Promise.all([import('sharp'), import('qrcode')])
  const picture = await sharp(photograph).resize(width, pictureHeight, { fit: 'cover' }).toBuffer()
  const code = await QRCode.toBuffer(poster.address, {
    width: codeSide,
    margin: 0,
    errorCorrectionLevel: 'M',
    color: { dark: ink, light: paper },
  })
  const top = pictureHeight + 56
  const title = await write({ text: poster.title, size: 54, colour: ink, isBold: true, lines: 2 })
  const by = await write({ text: poster.by, size: 30, colour: quiet })
  const price = await write({ text: poster.price, size: 50, colour: seal, isBold: true })
  const brand = await write({ text: poster.brand, size: 30, colour: ink, isBold: true })
  const invitation = await write({ text: poster.invitation, size: 24, colour: quiet, within: codeSide })
  const byTop = top + title.height + 22
  return sharp({ create: { width, height, channels: 3, background: paper } })
    .composite([
      { input: picture, left: 0, top: 0 },
      { input: title.image, left: margin, top },
      { input: by.image, left: margin, top: byTop },
      { input: price.image, left: margin, top: byTop + by.height + 24 },
      { input: brand.image, left: margin, top: height - margin - brand.height },
      { input: code, left: width - margin - codeSide, top },
      { input: invitation.image, left: width - margin - codeSide, top: top + codeSide + codeQuiet },
    ])
    .jpeg({ quality: 84, mozjpeg: true })
    .toBuffer()
}

async function readPhotograph({ picture }: Poster): Promise<Buffer | null> {
  const file = await openPicture(picture)
  if (!file) return null
  return buffer(file.stream)
}

type Line = { text: string; size: number; colour: string; isBold?: boolean; lines?: number; within?: number }

/** Words as a picture, set in the font that comes with the project, since a server may have none with Chinese. Too long a text is cut with an ellipsis. */
async function write({ text, size, colour, isBold = false, lines = 1, within = textWidth }: Line) {
  const { default: sharp } = await import('sharp')
  const set = (words: string) =>
    sharp({
      text: {
        text: `<span foreground="${colour}">${escapeMarkup(words)}</span>`,
        font: `Noto Sans SC ${isBold ? 'Bold ' : ''}${size}px`,
        fontfile: createRequire(import.meta.url).resolve(
          isBold
            ? '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'
            : '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
        ),
        width: within,
        wrap: 'word-char',
        dpi: 72,
        rgba: true,
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true })
  const characters = [...text]
  const tallest = lines * size * 1.6
  for (let count = characters.length; ; count = Math.floor(count * 0.8)) {
    const words = count === characters.length ? text : `${characters.slice(0, count).join('')}…`
    const { data, info } = await set(words)
    if (info.height <= tallest || count <= 1) return { image: data, height: info.height }
  }
}

/** Text in Pango's markup. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
