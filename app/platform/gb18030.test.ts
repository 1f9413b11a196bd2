import { describe, expect, it } from 'vitest'
import { encodeGb18030 } from './gb18030'

const decode = (bytes: Uint8Array) => new TextDecoder('gb18030', { fatal: true }).decode(bytes)

describe('encodeGb18030', () => {
  it('writes what programs of Chinese banks write', () => {
    expect([...encodeGb18030('陇原')]).toEqual([0xc2, 0xa4, 0xd4, 0xad])
    expect([...encodeGb18030('A1\r\n')]).toEqual([0x41, 0x31, 0x0d, 0x0a])
    expect([...encodeGb18030('𠮷')]).toEqual([0x95, 0x34, 0xb2, 0x35])
    expect([...encodeGb18030('€')]).toEqual([0xa2, 0xe3])
  })

  it('gives every character back but the private ones and half surrogates', () => {
    const wrong: string[] = []
    for (let code = 0; code < 0x11_0000; code += code < 0x1_0000 ? 1 : 257) {
      const isSurrogate = code >= 0xd800 && code <= 0xdfff
      const isPrivate = code >= 0xe000 && code <= 0xf8ff
      if (isSurrogate || isPrivate) continue
      const text = String.fromCodePoint(code)
      if (decode(encodeGb18030(text)) !== text) wrong.push(code.toString(16))
    }
    expect(wrong).toEqual([])
  })

  it('takes half a surrogate for what it is: nothing', () => {
    expect(decode(encodeGb18030('a\ud800'))).toBe('a\ufffd')
  })
})
