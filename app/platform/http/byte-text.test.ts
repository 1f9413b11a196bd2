import { expect, it } from 'vitest'
import { byteText } from './byte-text'

it.each([
  ['nothing', ''],
  ['a page', '<p>盘长结 · knot é 🧶</p>'],
  ['half a sign', 'a\ud83eb'],
  ['a page longer than most', '<li>盘长结🧶</li>'.repeat(30_000)],
])('stands for its bytes, one to a character: %s', (_, text) => {
  expect(Buffer.from(byteText(text), 'latin1').equals(Buffer.from(text))).toBe(true)
  expect(byteText(text)).toHaveLength(Buffer.byteLength(text))
})
