import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from '~/platform/gb18030'
import { openZip, ZipFault } from './open-zip.server'
import { writeZip } from './write-zip.server'

const limits = { files: 3, unpacked: 1_000_000, ratio: 100 }

async function pack(files: Record<string, Uint8Array>): Promise<Buffer> {
  const parts = Object.entries(files).map(([name, body]) => ({ name, read: async () => body }))
  const chunks: Uint8Array[] = []
  for await (const chunk of writeZip(parts)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const faultOf = (source: Buffer) =>
  openZip(source, limits).then(
    () => 'opened',
    (error) => (error instanceof ZipFault ? error.kind : String(error)),
  )

/** An archive of one packed file, saying of its length what it likes. */
function packed(name: Buffer, body: Buffer, { says = body.length, flags = 0 } = {}): Buffer {
  const data = deflateRawSync(body)
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(body), 10)
  head.writeUInt32LE(data.length, 14)
  head.writeUInt32LE(says, 18)
  head.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, name, data])
  const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), head, Buffer.alloc(14), name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, central, Buffer.from('504b0506', 'hex'), end])
}

describe('an archive', () => {
  it('that is written is read again, names and bytes', async () => {
    const [one, two] = [randomBytes(70_000), Buffer.from('一根绳')]
    const entries = await openZip(await pack({ '中堂-1.jpg': one, 'b.txt': two }), limits)
    expect(entries.map(({ name }) => name)).toEqual(['中堂-1.jpg', 'b.txt'])
    expect(await entries[0]?.read()).toEqual(one)
    expect(await entries[1]?.read()).toEqual(two)
  })

  it('leaves out a file that is gone', async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of writeZip([{ name: 'a', read: async () => null }])) chunks.push(chunk)
    expect(await openZip(Buffer.concat(chunks), limits)).toEqual([])
  })

  it('of Chinese Windows keeps its names, and folders say nothing', async () => {
    const [entry] = await openZip(packed(encodeGb18030('照片\\货号-2.jpg'), Buffer.from('x')), limits)
    expect(entry?.name).toBe('货号-2.jpg')
    const mac = await pack({ '__MACOSX/._a.jpg': Buffer.from('x'), 'x/.DS_Store': Buffer.from('x') })
    expect(await openZip(mac, limits)).toEqual([])
  })

  it.each([
    ['a path that leads out', () => pack({ '../a.jpg': Buffer.from('x') }), 'broken'],
    ['a path from the root', () => pack({ '/etc/a.jpg': Buffer.from('x') }), 'broken'],
    ['no archive', async () => Buffer.from('not a zip at all'), 'broken'],
    ['half an archive', async () => (await pack({ a: randomBytes(900) })).subarray(0, 500), 'broken'],
    ['a password', async () => packed(Buffer.from('a.jpg'), Buffer.from('x'), { flags: 1 }), 'locked'],
    ['a bomb', async () => packed(Buffer.from('a.jpg'), Buffer.alloc(900_000)), 'tooTight'],
    ['too much', () => pack({ a: randomBytes(600_000), b: randomBytes(600_000) }), 'tooLarge'],
    ['too many', () => pack(Object.fromEntries([...'abcd'].map((n) => [n, Buffer.from(n)]))), 'tooMany'],
  ])('is refused for %s', async (_, make, kind) => {
    expect(await faultOf(await make())).toBe(kind)
  })

  it('that says less of a file than comes out of it is stopped', async () => {
    const [entry] = await openZip(packed(Buffer.from('a.jpg'), Buffer.alloc(90_000), { says: 10 }), limits)
    await expect(entry?.read()).rejects.toThrow('zip: broken')
  })
})
