import type { Plugin } from 'vite'

/** Writes the servers' text in ASCII, Chinese as `\\u…`: V8 keeps a text in one byte a character, or in two when a single one of them needs it. Nothing reads such a text raw (`String.raw`). */
export function oneByteText(): Plugin {
  return {
    name: 'one-byte-text',
    apply: (_, { isSsrBuild }) => isSsrBuild === true,
    // lines stay what they are, and lines are all that the source map is read for
    renderChunk: {
      order: 'post',
      handler: (code) => ({ code: escaped(code), map: null }),
    },
  }
}

const escaped = (code: string) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
