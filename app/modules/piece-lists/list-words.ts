import { makeModes } from '~/modules/catalog/listing-limits'
import { makeModeTitle } from '~/modules/catalog/listing-texts'
import {
  colours,
  colourTitle,
  materials,
  materialTitle,
  occasions,
  occasionTitle,
} from '~/modules/search/attributes'
import { type MessageKey, translator } from '~/platform/i18n/translate'

/** A craft as a table may name it. */
export type CraftName = { code: string; nameZh: string; nameEn: string }

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

/** A code by its own letters or by its name in either language; a name of two words (祝寿、生日) by either of them, as cells are cut between words. */
function lookUp<Code extends string>(
  codes: readonly Code[],
  title: Readonly<Record<Code, MessageKey>>,
): ReadonlyMap<string, Code> {
  const [zh, en] = [translator('zh-CN'), translator('en')]
  return new Map(
    codes.flatMap((code) =>
      [code, zh(title[code]), en(title[code])]
        .flatMap((name) => [name, ...partsOf(name)])
        .map((name) => [bare(name), code] as const),
    ),
  )
}

const known = {
  materialCodes: lookUp(materials, materialTitle),
  colourCodes: lookUp(colours, colourTitle),
  occasionCodes: lookUp(occasions, occasionTitle),
  makeMode: lookUp(makeModes, makeModeTitle),
} as const

/** Words between 、 or commas or semicolons, each once. */
export function partsOf(text: string): string[] {
  const parts = text.split(/[、,，;；|\n]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** The codes that the words of a cell stand for, and the words that stand for none. */
export function readCodes(
  column: 'materialCodes' | 'colourCodes' | 'occasionCodes' | 'makeMode',
  text: string,
): { codes: string[]; unknown: string[] } {
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const part of column === 'makeMode' && text !== '' ? [text] : partsOf(text)) {
    const code = known[column].get(bare(part))
    if (code) codes.add(code)
    else unknown.push(part)
  }
  return { codes: [...codes], unknown }
}

export function readCraft(crafts: readonly CraftName[], text: string): string | null {
  const wanted = bare(text)
  const found = crafts.find(({ code, nameZh, nameEn }) =>
    [code, nameZh, nameEn].some((n) => bare(n) === wanted),
  )
  return found ? found.code : null
}

/** Yes or no; null for any other words. */
export function readTick(text: string): boolean | null {
  const word = bare(text)
  if (['', '否', '不', '无', 'no', 'n', 'false', '0', '×'].includes(word)) return false
  return ['是', '可以', '有', 'yes', 'y', 'true', '1', '√', '✓'].includes(word) ? true : null
}

/** A number without the unit that people write behind it. */
export function withoutUnit(text: string): string {
  return text.replace(/\s*(元|克|天|小时|件|毫米|个字|字|yuan|g|mm|h)$/i, '')
}
