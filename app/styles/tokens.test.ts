import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./base/tokens.css', import.meta.url), 'utf8')

/** The hex colours declared in the first block of the root that follows `opening`. */
function palette(opening: string): Map<string, string> {
  const start = css.indexOf(':root {', css.indexOf(opening))
  if (!css.includes(opening) || start < 0) throw new Error(`no block ${opening}`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [`${name}`, `${hex}`]),
  )
}

const light = palette(':root {')
const atNight = palette('@media screen and (prefers-color-scheme: dark) {')
const dark = new Map([...light, ...atNight])

/** Relative luminance, WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(colours: Map<string, string>, text: string, ground: string): number {
  const [a, b] = [text, ground].map((name) => luminance(colours.get(name) ?? name))
  if (a === undefined || b === undefined) throw new Error(`${text} on ${ground}`)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const textPairs = [
  ...['ink', 'ink-2', 'ink-3', 'cin', 'azurite', 'green', 'ochre'].map((text) => [text, 'paper']),
  ...['ink', 'ink-2', 'ink-3', 'cin'].map((text) => [text, 'sheet']),
  ...['ink', 'ink-2', 'ink-3', 'cin'].map((text) => [text, 'hemp']),
  ['on-cin', 'cin-fill'],
  ['on-cin', 'cin-deep'],
  ['on-indigo', 'indigo-deep'],
  ['on-indigo-2', 'indigo-deep'],
  ['ink', 'indigo-tint'],
  ['ink', 'green-tint'],
  ['ink', 'loess-tint'],
  ['ink-2', 'loess-tint'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, colours) => {
  it.each(textPairs)('sets %s on %s with at least 4.5:1', (text = '', ground = '') => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['paper', 'sheet'])('draws controls on %s with at least 3:1', (ground) => {
    expect(contrast(colours, 'line-2', ground)).toBeGreaterThanOrEqual(3)
  })
})

describe('the dark palette', () => {
  it('names every colour of the light one but what is written on painted ground', () => {
    const painted = ['on-cin', 'on-indigo', 'on-indigo-2']
    expect([...atNight.keys(), ...painted].sort()).toEqual([...light.keys()].sort())
  })
})
