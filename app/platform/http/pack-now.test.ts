import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { byteText } from './byte-text'
import { packNow } from './pack-now'

describe('a page that is sent once', () => {
  const text = '盘长结 <b>¥128</b> '.repeat(200)
  const read = (body: string) => Buffer.from(body, 'latin1')

  it('reads the same in each form, and is as long as it says', () => {
    const plain = packNow(byteText(text), 'identity')
    expect(plain).toEqual({ body: byteText(text), encoding: 'identity' })
    expect(plain.body).toHaveLength(Buffer.byteLength(text))
    const gzipped = packNow(byteText(text), 'gzip')
    const brotli = packNow(byteText(text), 'br')
    expect(String(gunzipSync(read(gzipped.body)))).toBe(text)
    expect(String(brotliDecompressSync(read(brotli.body)))).toBe(text)
    expect([gzipped.encoding, brotli.encoding]).toEqual(['gzip', 'br'])
    expect(brotli.body.length).toBeLessThan(plain.body.length / 10)
  })

  it('leaves as it is where packing would gain nothing', () => {
    expect(packNow(byteText('盘长结'), 'br')).toEqual({ body: byteText('盘长结'), encoding: 'identity' })
  })
})
