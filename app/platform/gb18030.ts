/**
 * Text in GB 18030-2005, as Chinese banks' programs read it; it contains GBK and GB 2312 and has a place for every character of Unicode. The platform
 * decodes it (TextDecoder) but does not encode: the table is what the decoder says, turned round, made at first use.
 */
let twoBytes: Map<number, number> | undefined
let fourBytes: Map<number, number> | undefined

/** Where the characters beyond the basic plane begin in the four-byte area. */
const beyondBasicPlane = 189_000
const basicPlaneAreas = 39_420
/** U+FFFD itself, which the decoder also says when it means nothing. */
const replacementArea = 39_417

/** The bytes of a text. Half surrogates, which no encoding can keep, become U+FFFD. */
export function encodeGb18030(text: string): Buffer {
  const bytes: number[] = []
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(bytesOfPair(code) ?? bytesOfArea(areaOf(code))))
  }
  return Buffer.from(bytes)
}

function bytesOfPair(code: number): [number, number] | null {
  twoBytes ??= readPairs()
  const pair = twoBytes.get(code)
  return pair === undefined ? null : [pair >> 8, pair & 0xff]
}

function areaOf(code: number): number {
  if (code > 0xffff) return beyondBasicPlane + code - 0x10000
  fourBytes ??= readAreas()
  const area = fourBytes.get(code)
  if (area === undefined) throw new Error(`no place for U+${code.toString(16)}`)
  return area
}

function bytesOfArea(area: number): [number, number, number, number] {
  const [first, second] = [Math.floor(area / 12_600), Math.floor(area / 1_260) % 10]
  return [0x81 + first, 0x30 + second, 0x81 + (Math.floor(area / 10) % 126), 0x30 + (area % 10)]
}

function readPairs(): Map<number, number> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<number, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const code = codeOf(decoder.decode(Uint8Array.of(lead, trail)))
      if (code !== null && !table.has(code)) table.set(code, (lead << 8) | trail)
    }
  return table
}

function readAreas(): Map<number, number> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map([[0xfffd, replacementArea]])
  for (let area = 0; area < basicPlaneAreas; area += 1) {
    const code = codeOf(decoder.decode(Uint8Array.from(bytesOfArea(area))))
    if (code !== null && !table.has(code)) table.set(code, area)
  }
  return table
}

/** The one character that the bytes stood for; null when they stood for none, or for several. */
function codeOf(decoded: string): number | null {
  return decoded.length === 1 && decoded !== '\ufffd' ? decoded.charCodeAt(0) : null
}
