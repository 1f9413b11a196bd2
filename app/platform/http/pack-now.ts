import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Encoding } from './accepted-encoding'

/** Above this, what is sent once costs more time to pack than a visitor on a slow line gains. */
const brotliQuality = 3
/** Shorter answers leave as they are. */
const leastPacked = 1_024

/**
 * A page (`byteText`) that is sent once, as it leaves: packed in the form that is taken. At once, for a fifth of a millisecond: to hand it to another thread and take it back costs more.
 */
export function packNow(page: string, taken: Encoding): { body: string; encoding: Encoding } {
  const encoding = page.length < leastPacked ? 'identity' : taken
  if (encoding === 'identity') return { body: page, encoding }
  const bytes = Buffer.from(page, 'latin1')
  const packed =
    encoding === 'br'
      ? brotliCompressSync(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        })
      : gzipSync(bytes)
  return { body: packed.toString('latin1'), encoding }
}
