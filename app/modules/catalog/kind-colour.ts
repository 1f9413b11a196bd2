import { type Colour, colours } from '~/modules/search/attributes'

/** Colours of cord, cloth and yarn as their makers call them, and of the words that pieces are sorted by (search/attributes). */
const named: Readonly<Record<string, string>> = {
  朱红: '#b5301f',
  珊瑚红: '#d4634f',
  藕粉: '#cf9f9c',
  杏黄: '#dda24a',
  土黄: '#b2873f',
  松绿: '#2c5f4b',
  豆绿: '#8aa982',
  靛蓝: '#274672',
  湖蓝: '#3d86a6',
  墨黑: '#2a2522',
  绛紫: '#63294a',
  茶褐: '#7b5435',
  米白: '#e2d6bc',
}

/** By the last character of a name. */
const plain: Readonly<Record<string, string>> = {
  红: '#ad261b',
  粉: '#d98f95',
  橙: '#d2762b',
  黄: '#d3a02f',
  绿: '#3d7a55',
  青: '#2f7f83',
  蓝: '#2c609a',
  靛: '#274672',
  紫: '#6d4585',
  棕: '#80542f',
  褐: '#6f4d35',
  灰: '#8b8780',
  黑: '#2a2522',
  白: '#e6dfd0',
}

const ofCode: Readonly<Record<Colour, string>> = {
  red: '#ad261b',
  pink: '#d98f95',
  orange: '#d2762b',
  yellow: '#d3a02f',
  green: '#3d7a55',
  teal: '#2f7f83',
  blue: '#2c609a',
  indigo: '#274672',
  purple: '#6d4585',
  brown: '#80542f',
  black: '#2a2522',
  white: '#e6dfd0',
}

/** A name that is a colour and nothing else: at most two characters before it, 色 behind it or not. */
const colourName = new RegExp(`^([\u4e00-\u9fff]{0,2}[${Object.keys(plain).join('')}])色?$`)

/**
 * The colour of a kind by its Chinese name, as CSS writes it: what the name calls it, or 深 and 浅 of the colour that its piece is
 * sorted by, or of what lies between two neighbours (green and teal). Null where the name speaks of something else.
 */
export function kindColour(nameZh: string | null, colourCodes: readonly string[]): string | null {
  const [, name] = colourName.exec(nameZh ?? '') ?? []
  if (name) return named[name] ?? shaded(plain[name.slice(-1)] ?? null, name)
  return nameZh !== null && /^[深浅]色?$/.test(nameZh) ? shaded(leadingColour(colourCodes), nameZh) : null
}

function leadingColour(codes: readonly string[]): string | null {
  const [first, second, ...more] = colours.filter((one) => codes.includes(one))
  if (!first || more.length > 0) return null
  if (!second) return ofCode[first]
  const areNeighbours = colours.indexOf(second) - colours.indexOf(first) === 1 && second !== 'brown'
  return areNeighbours && !['black', 'white'].includes(second)
    ? mixed(ofCode[first], (at) => channelOf(ofCode[second], at), 1 / 2)
    : null
}

/** A third nearer to black, or half way to the paper. */
function shaded(colour: string | null, name: string): string | null {
  if (colour === null) return null
  if (/^[深墨暗]/.test(name)) return mixed(colour, () => 0x00, 1 / 3)
  return /^[浅淡]/.test(name) ? mixed(colour, () => 0xff, 1 / 2) : colour
}

function channelOf(colour: string, at: number): number {
  return Number.parseInt(colour.slice(at, at + 2), 16)
}

function mixed(colour: string, to: (at: number) => number, share: number): string {
  const channel = (at: number) => {
    const from = channelOf(colour, at)
    return Math.round(from + (to(at) - from) * share)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${[1, 3, 5].map(channel).join('')}`
}
