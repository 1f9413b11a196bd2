import { Buffer } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  type RandomAccessReader,
  type ZipFile,
} from 'yauzl'

/** What an archive may be: its files, their bytes unpacked, and how many times more than packed. */
export type ZipLimits = { files: number; unpacked: number; ratio: number }

const faults = ['broken', 'locked', 'tooMany', 'tooLarge', 'tooTight'] as const
/** Why an archive is not opened. */
export type ZipFaultKind = (typeof faults)[number]

export class ZipFault extends Error {
  readonly kind: ZipFaultKind
  constructor(kind: ZipFaultKind) {
    super(`zip: ${kind}`)
    this.kind = kind
  }
}

/** A file of an archive: its last name, without folders. */
export type ZipEntry = { name: string; path: string; bytes: number; read: () => Promise<Buffer> }

/** Bytes that lie somewhere else, read a range at a time. */
export type ZipSource = Buffer | { reader: RandomAccessReader; size: number }

/**
 * Opens an archive that a stranger packed. Everything it says of itself is held against the limits before a byte is unpacked, and what comes out must be as long as it said. Folders, and what
 * systems leave beside files, are passed over. Throws ZipFault, also for paths that lead out of the archive.
 */
export async function openZip(source: ZipSource, limits: ZipLimits): Promise<ZipEntry[]> {
  const zip = await orBroken(() => begin(source))
  if (zip.entryCount > 4 * limits.files) throw new ZipFault('tooMany')
  const entries: ZipEntry[] = []
  let unpacked = 0
  for (const entry of await orBroken(() => collect(zip))) {
    const path = pathOf(entry)
    if (path.split('/').includes('..') || /^(\/|[A-Za-z]:)|\0/.test(path)) throw new ZipFault('broken')
    const name = path.split('/').at(-1) ?? ''
    if (name === '' || name.startsWith('.') || path.startsWith('__MACOSX/') || name === 'Thumbs.db') continue
    if (entry.isEncrypted()) throw new ZipFault('locked')
    if (!entry.canDecodeFileData()) throw new ZipFault('broken')
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpacked) throw new ZipFault('tooLarge')
    if (entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 1024))
      throw new ZipFault('tooTight')
    if (entries.length >= limits.files) throw new ZipFault('tooMany')
    entries.push({
      name,
      path,
      bytes: entry.uncompressedSize,
      read: () => orBroken(() => unpack(zip, entry)),
    })
  }
  return entries
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }

function begin(source: ZipSource): Promise<ZipFile> {
  return Buffer.isBuffer(source)
    ? fromBufferPromise(source, options)
    : fromRandomAccessReaderPromise(source.reader, source.size, options)
}

async function collect(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return buffer(await zip.openReadStreamPromise(entry))
}

/** Of a name: UTF-8 where it says so or is so, else the code of Chinese Windows. */
function pathOf({ fileNameRaw }: Entry): string {
  return decode(fileNameRaw).replaceAll('\\', '/').normalize('NFC')
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('gb18030').decode(raw)
  }
}

/** Whatever the archive cannot be read for is its own fault; what the place of its bytes throws goes on. */
async function orBroken<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (
      error instanceof ZipFault ||
      (error instanceof Error && error.name === 'PrismaClientKnownRequestError')
    )
      throw error
    throw new ZipFault('broken')
  }
}
