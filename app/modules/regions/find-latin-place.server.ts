import {
  hasRank,
  type LatinPlace,
  latinKey,
  latinName,
  peopleWords,
  placesCalled,
  rankWords,
} from './latin-names.server'
import { everyPlace, type PlaceRow, placesBelow } from './places.server'

/** Where a place stands in a text that names it in pinyin or English. */
export type LatinFound = {
  /** of two digits */
  provinceCode: string
  /** city and county as they are written; null where they are not sure */
  county: string | null
  start: number
  end: number
  /** written as in English, from the street up */
  streetFirst: boolean
}

type Token = { start: number; end: number; key: string; isJoined: boolean; isOpen: boolean }

/** Tokens from `from` to before `to` that name one of the places. */
type Mention = { from: number; to: number; rows: readonly PlaceRow[]; isRanked: boolean }

type Chain = { mentions: readonly Mention[]; rows: readonly PlaceRow[]; streetFirst: boolean }

const mostWords = 6
const country = /^(?:china|prc|prchina|peoplesrepublicofchina|mainlandchina)$/

/** What is called after a place without being it. */
const calledAfter =
  /^(?:east|west|south|north|middle|central|dong|xi|nan|bei|zhong|first|second|third)?(?:road|rd|lu|street|st|jie|dajie|dadao|avenue|ave|boulevard|lane|alley|hutong|xiang|highway|expressway|bridge|town|zhen|township|village|cun|subdistrict|jiedao|community|garden|gardens|park|plaza|square|building|tower|mansion|center|centre|hotel|restaurant|university|college|school|hospital|station|airport|bank|store|shop|market|mall|factory|industrial|technology|company|ltd)$/

/**
 * The place that a text means in Latin letters: a county with its city or province beside it, in either order, or a city or province alone. A name that several places have there
 * leaves the county open, and names of counties alone are none: too many are alike.
 */
export function findLatinPlace(text: string): LatinFound | null {
  const tokens = tokensOf(text)
  const chains = chainsIn(tokens).filter((chain) => stands(chain, tokens))
  const sure = longest(
    chains.filter(({ rows }) => rows.some(({ isCounty }) => isCounty) && rows.length > 1),
    tokens,
  )
  const found = sure ?? longest(chains.filter(isAboveCounties), tokens)
  if (!found) return null
  const { from, to, same } = found
  const provinces = new Set(same.flatMap(({ rows }) => rows.map(({ code }) => code.slice(0, 2))))
  const [provinceCode] = provinces
  const [first] = same
  if (!provinceCode || !first || provinces.size > 1) return null
  const before = tokens[from - 1]
  const start =
    (before && tokens[from]?.isOpen && country.test(before.key) ? before : tokens[from])?.start ?? 0
  const at = { provinceCode, start, end: endWithCountry(text, tokens, to), streetFirst: first.streetFirst }
  return { ...at, county: countyIn(text, tokens, same) }
}

/** The counties of a province that words in Latin letters mean, for a field in which nothing else stands. Of a city alone all that are in it. */
export function matchLatinCounty(provinceCode: string, words: string): PlaceRow[] {
  const tokens = tokensOf(words)
  const whole = chainsIn(tokens).filter(
    ({ mentions, rows }) =>
      mentions[0]?.from === 0 &&
      skipCountry(tokens, mentions.at(-1)?.to ?? 0) === tokens.length &&
      rows.every(({ code }) => code.startsWith(provinceCode)),
  )
  const meant = whole.flatMap(({ rows }) => {
    const lowest = lowestOf(rows)
    return !lowest || lowest.code.length === 2 ? [] : lowest.isCounty ? [lowest] : placesBelow(lowest.code)
  })
  return [...new Set(meant)]
}

/** Whether words are to be read as pinyin or English. */
export function isLatin(words: string): boolean {
  return /\p{Script=Latin}/u.test(words) && !/\p{Script=Han}/u.test(words)
}

/** As a reader of Latin letters tells a county from others: Qiaoxi District, Shijiazhuang. */
export function saidInLatin(county: PlaceRow): string {
  const city = everyPlace.find(({ code }) => code === county.parent)
  return [latinName(county), ...(city ? [latinName(city)] : [])].join(', ')
}

function tokensOf(text: string): Token[] {
  const found = [...text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’`.-]*/gu)]
  return found.map(({ 0: word, index }, at) => {
    const before = found[at - 1]
    const gap = before ? text.slice(before.index + before[0].length, index) : '\n'
    return {
      start: index,
      end: index + word.replace(/[.'’`-]+$/, '').length,
      key: latinKey(word),
      // nothing but blanks between it and the word before
      isJoined: before !== undefined && /^ *$/.test(gap),
      // nothing but blanks and marks, so that the two may be parts of one place
      isOpen: before !== undefined && /^[\s,;|/-]*$/.test(gap),
    }
  })
}

function chainsIn(tokens: readonly Token[]): Chain[] {
  const mentions = tokens.flatMap((_, at) => mentionsAt(tokens, at))
  return mentions.flatMap((mention) =>
    mention.rows.flatMap((row) =>
      [true, false].flatMap((streetFirst) =>
        grown({ mentions: [mention], rows: [row], streetFirst }, mentions, tokens),
      ),
    ),
  )
}

/** A chain, and each that goes on with what stands next to it and is above or below it. */
function grown(chain: Chain, mentions: readonly Mention[], tokens: readonly Token[]): Chain[] {
  const to = chain.mentions.at(-1)?.to ?? 0
  const last = chain.rows.at(-1)
  if (!last || !tokens[to]?.isOpen) return [chain]
  const longer = mentions
    .filter(({ from }) => from === to)
    .flatMap((mention) =>
      mention.rows
        .filter((row) => (chain.streetFirst ? isAbove(row, last) : isAbove(last, row)))
        .map((row) => ({ ...chain, mentions: [...chain.mentions, mention], rows: [...chain.rows, row] })),
    )
  return [chain, ...longer.flatMap((one) => grown(one, mentions, tokens))]
}

/** Beijing, Beijing is one place that is named twice. */
function isAbove(above: PlaceRow, below: PlaceRow): boolean {
  return (
    !above.isCounty &&
    (above.code === below.code
      ? above.code.length === 2
      : below.code.startsWith(above.code) || below.parent === above.code)
  )
}

function mentionsAt(tokens: readonly Token[], from: number): Mention[] {
  const found: Mention[] = []
  let key = ''
  for (let to = from + 1; to <= Math.min(tokens.length, from + mostWords); to += 1) {
    const token = tokens[to - 1]
    if (!token || (to > from + 1 && !token.isJoined)) break
    key += token.key
    const plain = placesCalled(key)
    const rank = rankAt(tokens, to)
    if (rank) found.push(mention(from, rank.to, plain, rank.word))
    else if (!isCalledAfter(tokens, to)) found.push(mention(from, to, plain, null))
    // Lanzhoushi, Chengguanqu
    for (const word of rankWords.filter((one) => key.endsWith(one)))
      found.push(mention(from, to, placesCalled(key.slice(0, -word.length)), word))
  }
  return found.filter(({ rows }) => rows.length > 0)
}

function mention(from: number, to: number, called: readonly LatinPlace[], rank: string | null): Mention {
  const rows = called.filter(({ row, needsRank }) => (rank === null ? !needsRank : hasRank(row, rank)))
  return { from, to, rows: rows.map(({ row }) => row), isRanked: rank !== null }
}

/** District, New Area, Bai Autonomous Prefecture. */
function rankAt(tokens: readonly Token[], at: number): { word: string; to: number } | null {
  let to = at
  while (tokens[to]?.isJoined && peopleWords.has(tokens[to]?.key ?? '')) to += 1
  for (const length of [2, 1]) {
    const words = tokens.slice(to, to + length)
    const word = words.map(({ key }) => key).join('')
    if (words.length === length && words.every(({ isJoined }) => isJoined) && rankWords.includes(word))
      return { word, to: to + length }
  }
  return null
}

function isCalledAfter(tokens: readonly Token[], at: number): boolean {
  const [next, after] = tokens.slice(at, at + 2)
  if (!next?.isJoined) return false
  return calledAfter.test(next.key) || (after?.isJoined === true && calledAfter.test(next.key + after.key))
}

/** Whether a chain begins and ends where a part of the text does, so that it is no piece of a name or a street: Wang Heping, Tianjin is not Heping in Tianjin. */
function stands({ mentions, rows }: Chain, tokens: readonly Token[]): boolean {
  const [first, last] = [mentions[0], mentions.at(-1)]
  if (!first || !last) return false
  const [before, after] = [tokens[first.from - 1], tokens[last.to]]
  const begins =
    !tokens[first.from]?.isJoined ||
    !before ||
    calledAfter.test(before.key) ||
    (first.isRanked && rows.length > 1)
  const ends = !after?.isJoined || country.test(after.key) || last.isRanked
  // An Hui and Chao Yang are people
  const isWord = mentions.every(
    ({ from, to, isRanked }, at) =>
      isRanked || to - from === 1 || (mentions.length > 1 && rows[at]?.code.length === 2),
  )
  return begins && ends && isWord
}

/** A province, or a city with its province: a city alone is called like many people. */
function isAboveCounties({ rows }: Chain): boolean {
  return !rows.some(({ isCounty }) => isCounty) && rows.some(({ code }) => code.length === 2)
}

/** The chains over most of the text that mean the same stretch of it; null where two stretches are as long. */
function longest(
  chains: readonly Chain[],
  tokens: readonly Token[],
): { from: number; to: number; same: Chain[] } | null {
  const spanOf = ({ mentions }: Chain) => ({ from: mentions[0]?.from ?? 0, to: mentions.at(-1)?.to ?? 0 })
  const sizeOf = (chain: Chain) => {
    const { from, to } = spanOf(chain)
    return (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0)
  }
  const most = Math.max(...chains.map(sizeOf))
  const same = chains.filter((chain) => sizeOf(chain) === most)
  const [first] = same.map(spanOf)
  if (!first || same.some((chain) => spanOf(chain).from !== first.from)) return null
  return { ...first, same }
}

function lowestOf(rows: readonly PlaceRow[]): PlaceRow | undefined {
  return rows.toSorted((a, b) => b.code.length - a.code.length)[0]
}

/** City and county in her own words, where all readings of them are one county. */
function countyIn(text: string, tokens: readonly Token[], same: readonly Chain[]): string | null {
  const lowest = new Set(same.map(({ rows }) => lowestOf(rows)))
  const [county] = lowest
  const [chain] = same
  if (lowest.size !== 1 || !county?.isCounty || !chain) return null
  const inside = chain.mentions.filter((_, at) => (chain.rows[at]?.code.length ?? 0) > 2)
  const words = text.slice(tokens[inside[0]?.from ?? 0]?.start, tokens[(inside.at(-1)?.to ?? 1) - 1]?.end)
  const meant = matchLatinCounty(county.code.slice(0, 2), words)
  return meant.length === 1 && meant[0] === county ? words.replace(/\s+/g, ' ') : null
}

function skipCountry(tokens: readonly Token[], at: number): number {
  for (const length of [4, 2, 1]) {
    const words = tokens.slice(at, at + length)
    if (words.length === length && words[0]?.isOpen && country.test(words.map(({ key }) => key).join('')))
      return at + length
  }
  return at
}

function endWithCountry(text: string, tokens: readonly Token[], to: number): number {
  const last = tokens[skipCountry(tokens, to) - 1]
  return last?.end ?? text.length
}
