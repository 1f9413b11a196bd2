import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What is packed already, like pictures, gets no smaller. */
const texts = /\.(css|js|json|svg|webmanifest)$/
/** Below this the head of an answer outweighs what packing saves. */
const smallest = 512

const pack = {
  br: promisify(brotliCompress),
  gz: promisify(gzip),
}

/**
 * Lays a `.br` and a `.gz` beside every text below a directory, packed as small as can be: once for each build, so that a visit waits for no packing and downloads less than what is packed while
 * it waits.
 */
export async function packFiles(directory: string): Promise<void> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    texts.test(file),
  )
  await Promise.all(files.map((file) => packFile(join(directory, file))))
}

async function packFile(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < smallest) return
  const options = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  await writeFile(`${file}.br`, await pack.br(bytes, { params: options }))
  await writeFile(`${file}.gz`, await pack.gz(bytes, { level: constants.Z_BEST_COMPRESSION }))
}
