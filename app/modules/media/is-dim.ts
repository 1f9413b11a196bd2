/** of 255: what the strongest colour of the brightest twentieth must reach */
const lightest = 96

/**
 * Whether a photograph is too dark, told by a small copy of it: colours as they lie in memory, three or four bytes a pixel. Dark means that no colour is strong even in the brightest
 * twentieth of the picture: an indigo cloth with white points is not, nor a red knot. Browser-safe: a phone judges before it sends.
 */
export function isDim(colours: Uint8Array | Uint8ClampedArray, channels: 3 | 4): boolean {
  const strongest = Uint8Array.from({ length: Math.floor(colours.length / channels) }, (_, at) =>
    Math.max(...colours.subarray(at * channels, at * channels + 3)),
  ).sort()
  return (strongest[Math.floor(strongest.length * 0.95)] ?? 255) < lightest
}
