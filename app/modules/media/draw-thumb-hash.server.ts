import { crc32, deflateSync } from 'node:zlib'
import { thumbHashToRGBA } from 'thumbhash'

/** Pixels of the longer side: the browser draws what lies between, and a hash knows no more. */
const side = 8

/** Drawn ones by hash; about 300 characters each. */
const drawn = new Map<string, string>()
const mostDrawn = 4000

/** The address (data:) of a drawing of a picture's hash; null where none could be made. */
export function drawThumbHash(hash: string | null): string | null {
  if (!hash) return null
  const known = drawn.get(hash)
  if (known !== undefined) return known
  const address = `data:image/png;base64,${draw(Buffer.from(hash, 'base64')).toString('base64')}`
  if (drawn.size >= mostDrawn) drawn.clear()
  drawn.set(hash, address)
  return address
}

function draw(hash: Uint8Array): Buffer {
  const { w, h, rgba } = thumbHashToRGBA(hash)
  const longer = Math.max(w, h)
  const width = Math.max(1, Math.round((side * w) / longer))
  const height = Math.max(1, Math.round((side * h) / longer))
  const rows = Array.from({ length: height }, (_, y) => {
    const fromY = Math.floor(((y + 0.5) * h) / height)
    const pixels = Array.from({ length: width }, (__, x) => {
      const at = 4 * (fromY * w + Math.floor(((x + 0.5) * w) / width))
      return [...rgba.subarray(at, at + 3)]
    })
    return [0, ...pixels.flat()]
  })
  return png(width, height, Buffer.from(rows.flat()))
}

/** The smallest file of three channels that every browser reads. */
function png(width: number, height: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND')])
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
