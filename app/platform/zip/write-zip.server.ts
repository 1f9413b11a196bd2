import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'

/** A file that goes into an archive; null when it is gone by the time it is asked for. */
export type ZipPart = { name: string; read: () => Promise<Uint8Array | null> }

const version = 20
/** names are UTF-8 */
const flags = 0x0800
/** 1980-01-01, the first day there is: what goes out says nothing of when */
const day = 0x0021
const most = 65_535

/** An archive byte by byte, one file in memory at a time, nothing packed: photographs are packed already. At most 65,535 files and 4 GB. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let at = 0
  for (const { name, read } of parts) {
    const body = await read()
    if (!body) continue
    const raw = Buffer.from(name)
    const local = Buffer.concat([signed(0x04034b50), shared(raw, body), raw])
    yield local
    yield body
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([signed(0x02014b50), sixteen(version), shared(raw, body), entry, raw]))
    at += local.length + body.length
    if (directory.length > most || at > 0xffff_ffff)
      throw new Error('more than an archive of this kind holds')
  }
  const central = Buffer.concat(directory)
  yield central
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  yield Buffer.concat([signed(0x06054b50), end])
}

/** What both headers of a file say of it. */
function shared(name: Buffer, body: Uint8Array): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(version, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt16LE(day, 8)
  head.writeUInt32LE(crc32(body), 10)
  head.writeUInt32LE(body.length, 14)
  head.writeUInt32LE(body.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}

function sixteen(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
