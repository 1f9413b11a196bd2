import { simplify } from './simplify'
import { colourWords, latinMeanings, longestMeaning, longestPhrase, meanings } from './synonyms'

/**
 * How goods are found in Chinese and Latin letters with PostgreSQL's `simple` configuration: both sides of a match are cut here, so that
 * what is stored and what is asked always agree. Nothing but simplified Han characters, Latin letters and ASCII digits comes out; what mixes Han and Latin was never typed: it marks a sound or the last
 * character of what something is called.
 */

/** PostgreSQL refuses a query with a lexeme over 2 kB; no word that somebody means is longer than this. */
const longestWord = 40
/** more terms than this make a query slower, never better */
const mostTerms = 16

export type Run = { kind: 'han' | 'latin'; text: string }

/** Stretches of Han or of Latin letters and digits: lower case, without accents, simplified; full-width letters and digits become ordinary ones. */
export function runsOf(text: string): Run[] {
  const plain = simplify(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  return [...plain.matchAll(/(\p{Script=Han}+)|([\p{Script=Latin}0-9]+)/gu)].map(([run, han]) =>
    han === undefined ? { kind: 'latin', text: run.slice(0, longestWord) } : { kind: 'han', text: run },
  )
}

function bigramsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

/** The words of a text for to_tsvector('simple', …): each Han character, each pair of neighbours, each Latin word or number, once. */
export function searchTokens(text: string): string {
  const tokens = new Set<string>()
  for (const run of runsOf(text)) {
    if (run.kind === 'latin') tokens.add(run.text)
    else {
      const characters = [...run.text]
      for (const token of [...characters, ...bigramsOf(characters)]) tokens.add(token)
    }
  }
  return [...tokens].join(' ')
}

/** Something written in Latin letters as a sound of Han: 音fang, which no English word is the beginning of. */
export function soundToken(sound: string): string {
  return `音${sound}`
}

/** The last character of what something is called, which tells its kind: 毛线帽 is a 帽, a 帽子. */
function kindToken(character: string): string {
  return `n${character}`
}

/** how many there are, behind what they are: 长巾一对 is a 长巾 */
const measure = /[一二两三四五六七八九十]+[套对组只条串副枝件个]$/u

/** Of names in Chinese what kind of thing each calls itself: the last character of its first stretch, without 子 and 儿. */
export function kindTokens(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const first =
      runsOf(name)
        .find(({ kind }) => kind === 'han')
        ?.text.replace(measure, '') ?? ''
    const last = [...first.replace(diminutive, '')].at(-1)
    return last === undefined ? [] : [kindToken(last)]
  })
}

/** 子 and 儿 behind a noun */
const diminutive = /(?<=.)[子儿]$/u

/**
 * What somebody typed, for to_tsquery('simple', …): every word must occur, as itself, as a longer word or a sound that begins so, in two words that were written as one, as a colour and what has it. Safe for any
 * input; null when nothing can be looked for.
 */
export function searchQuery(text: string): string | null {
  return queryOf(text, true)
}

/**
 * The same for the words alone, in any form of theirs: a stretch of Han asks for its pairs (a single character for itself), a word with synonyms for any of them; a Latin word for its singular and plural
 * and, unless it is short, for longer words that it begins. No sound of Han is taken for English.
 */
export function wordsQuery(text: string): string | null {
  return queryOf(text, false)
}

/** The same for a name as it is written, and nothing that it means. */
export function literalQuery(name: string): string | null {
  const terms = runsOf(name).flatMap(({ kind, text }) => (kind === 'han' ? pairsOf(text) : [quoted(text)]))
  return terms.length === 0 ? null : terms.slice(0, mostTerms).join(' & ')
}

function queryOf(text: string, isLoose: boolean): string | null {
  const terms = new Set(
    phrasesOf(askedRuns(text)).flatMap(({ kind, words }) =>
      kind === 'latin'
        ? [latinTerm(words, isLoose)]
        : words.flatMap(partsOf).flatMap((part) => hanTerms(part, isLoose)),
    ),
  )
  return terms.size === 0 ? null : [...terms].slice(0, mostTerms).join(' & ')
}

/** Words of a sentence that say nothing of a piece: every one here is made by hand. */
const little = new Set(
  'a an the of for from with in on and or to s some my hand made handmade handcrafted'.split(' '),
)

/** Whether a word says nothing by itself: nobody meant it. */
export function isLittle(word: string): boolean {
  return little.has(word)
}

/** Whether the shop has words for it: its crafts and kinds of things, rather than any word of a story. */
export function isKnown(word: string): boolean {
  return meanings.has(word) || latinMeaningsOf([word]).length > 0
}

/** The stretches that somebody asks for: without the little words, unless nothing else was typed. */
function askedRuns(text: string): Run[] {
  const runs = runsOf(text)
  const telling = runs.filter((run) => !little.has(run.text))
  return telling.length > 0 ? telling : runs
}

/** The single words that somebody typed, each to be looked for by itself: 红色手链 is 红色 and 手链. */
export function askedWords(text: string): string[] {
  return [
    ...new Set(askedRuns(text).flatMap((run) => (run.kind === 'latin' ? [run.text] : partsOf(run.text)))),
  ]
}

type Phrase = { kind: Run['kind']; words: string[] }

/** Latin words that mean something together, as one: wall hanging. All others by themselves. */
function phrasesOf(runs: readonly Run[]): Phrase[] {
  const phrases: Phrase[] = []
  for (let at = 0; at < runs.length; ) {
    const words = phraseAt(runs, at)
    phrases.push({ kind: runs[at]?.kind ?? 'latin', words })
    at += words.length
  }
  return phrases
}

function phraseAt(runs: readonly Run[], at: number): string[] {
  for (let length = longestPhrase; length > 1; length -= 1) {
    const some = runs.slice(at, at + length)
    const words = some.map(({ text }) => text)
    if (
      some.length === length &&
      some.every(({ kind }) => kind === 'latin') &&
      latinMeaningsOf(words).length > 0
    )
      return words
  }
  return runs.slice(at, at + 1).map(({ text }) => text)
}

/** between words they say nothing */
const joining = /的|^[和与]+|[和与]+$/gu

/** A stretch of Han, cut where words with synonyms stand in it: 钩编杯垫 is 钩编 and 杯垫, 手链子 a 手链. */
function partsOf(han: string): string[] {
  const characters = [...han]
  const parts: string[] = []
  let rest = ''
  const cut = () => {
    const said = rest
      .replace(joining, ' ')
      .split(' ')
      .filter((word) => word !== '')
    parts.push(...said.filter((word) => parts.length === 0 || !/^[子儿]$/u.test(word)))
    rest = ''
  }
  for (let at = 0; at < characters.length; ) {
    const word = wordAt(characters, at)
    if (word === null) {
      rest += characters[at] ?? ''
      at += 1
      continue
    }
    cut()
    parts.push(word)
    at += [...word].length
  }
  cut()
  return parts.length === 0 ? [han] : parts
}

/** The longest word of the synonyms that begins at a place. */
function wordAt(characters: readonly string[], at: number): string | null {
  for (let length = longestMeaning; length > 1; length -= 1) {
    const word = characters.slice(at, at + length).join('')
    if (meanings.has(word)) return word
  }
  return null
}

function hanTerms(part: string, isLoose: boolean): string[] {
  const [only = '', ...others] = new Set([...nounTerms(part), ...(isLoose ? looseTerms(part) : [])])
  return others.length === 0 ? pairsOf(part) : [anyOf([only, ...others])]
}

/** A word of Han and what it means; a 帽子 is anything that is called a 帽. */
function nounTerms(part: string): string[] {
  const bare = part.replace(diminutive, '')
  const kinds = bare !== part && [...bare].length === 1 ? [kindTerm(bare)] : []
  return [...(meanings.get(part) ?? [part]).flatMap(meaningTerms), ...kinds]
}

/** What may be meant where nothing is called so: a 小兔子 is a 兔子, a 红结 a 结 that is red, 菩提子 is 菩提. */
function looseTerms(part: string): string[] {
  const [first = '', ...others] = part
  if (others.length === 0) return []
  const bare = part.replace(diminutive, '')
  const shorter = bare !== part && [...bare].length > 1 ? pairTerm(bare) : []
  const nouns = others.length === 1 ? others.map(kindTerm) : nounTerms(others.join(''))
  if (first === '小') return nouns.concat(shorter)
  const colour = `${first}色`
  const coloured = colourWords.includes(colour) ? nouns.map((noun) => `'${colour}' & ${noun}`) : []
  return coloured.concat(shorter)
}

/** A word of the synonyms: of Han by its pairs, a single character as what something is called; of Latin in both numbers, several words together. */
function meaningTerms(meaning: string): string[] {
  if (/[a-z]/.test(meaning)) {
    const [only = '', ...others] = meaning.split(' ')
    return others.length === 0
      ? beginningTerms(only)
      : [[only, ...others].map((word) => anyOf(beginningTerms(word))).join(' & ')]
  }
  return [[...meaning].length === 1 ? kindTerm(meaning) : pairTerm(meaning)]
}

function kindTerm(character: string): string {
  return `'${kindToken(character)}'`
}

function pairTerm(han: string): string {
  return pairsOf(han).join(' & ')
}

function pairsOf(han: string): string[] {
  const characters = [...han]
  const pairs = characters.length === 1 ? characters : bigramsOf(characters)
  return pairs.map((pair) => `'${pair}'`)
}

function anyOf(terms: readonly string[]): string {
  const [first = '', ...others] = new Set(terms)
  return others.length === 0 ? first : `(${[first, ...others].join(' | ')})`
}

/** A Latin word, or several that mean something together. */
function latinTerm(words: readonly string[], isLoose: boolean): string {
  const own = words.map((word) => [
    ...singularsOf(word).map(stemOf).flatMap(beginningTerms),
    ...(isLoose ? looseLatin(word) : []),
  ])
  const [only = [], ...others] = own
  return anyOf([
    ...(others.length === 0 ? only : [own.map(anyOf).join(' & ')]),
    ...latinMeaningsOf(words).flatMap(meaningTerms),
  ])
}

/** What Latin words mean, written as one or apart: by the singular, and by what begins all forms of a word. */
function latinMeaningsOf(words: readonly string[]): string[] {
  const [only = '', ...others] = words
  const singulars =
    others.length === 0 ? singularsOf(only) : [words.map((word) => singularsOf(word)[0] ?? word).join('')]
  return [...singulars, ...singulars.map(stemOf)].flatMap((one) => latinMeanings.get(one) ?? [])
}

/** Longer words and sounds of Han that begin so, and the two words that may have been written as one. */
function looseLatin(word: string): string[] {
  if (isExact(word)) return []
  const splits =
    word.length > longestSplit ? [] : [...word].map((_, at) => [word.slice(0, at), word.slice(at)])
  return [
    `'${word}':*`,
    `'${soundToken(word)}':*`,
    ...splits
      .filter((parts) => parts.every(({ length }) => length >= shortestPart))
      .map((parts) => parts.map((part) => anyOf(numbersOf(part).map(quoted))).join(' & ')),
  ]
}

/** a word of two that were written as one has as many letters at least, both together as many at most */
const [shortestPart, longestSplit] = [3, 20]

function quoted(word: string): string {
  return `'${word}'`
}

function isExact(word: string): boolean {
  return word.length < 2 || /^\d+$/.test(word)
}

/** A word, or what it may be the plural of: scarves, babies, boxes. Of shoes no sho. */
function singularsOf(word: string): string[] {
  if (word.length <= 3 || /\d/.test(word)) return [word]
  if (word.endsWith('ves')) return [`${word.slice(0, -3)}f`, word.slice(0, -1)]
  if (word.endsWith('ies'))
    return word.length > 4 ? [`${word.slice(0, -3)}y`, word.slice(0, -1)] : [word.slice(0, -1)]
  if (/(?:[aiu]s|...o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return [word.slice(0, -2)]
  return [/[^s]s$/.test(word) ? word.slice(0, -1) : word]
}

/** What begins all forms of a word: knotting, knotted and knots with knot, embroidery with embroider. Always a beginning of the word itself, and never so short that it begins others. */
function stemOf(word: string): string {
  const [, base = '', ending] = /^(.*[aeiouy].*?)(ing|ed|ery)$/.exec(word) ?? []
  if (ending === undefined || base.length < 3 || (ending === 'ed' && base.endsWith('e'))) return word
  const stem = ending === 'ery' ? `${base}er` : base.replace(/([bdgmnpt])\1$/, '$1')
  return isLongStem(stem) ? stem : word
}

/** Fewer letters begin too many other words: fan, car, ear. */
function isLongStem(stem: string): boolean {
  return stem.length >= 4
}

/** What finds a word and its plural, and what it begins if it is long enough to. */
function beginningTerms(word: string): string[] {
  if (isExact(word)) return [quoted(word)]
  return isLongStem(word) ? beginningsOf(word).map((one) => `'${one}':*`) : numbersOf(word).map(quoted)
}

/** With what it and its plural begin: scarf and scarves, baby and babies. */
function beginningsOf(word: string): string[] {
  if (word.endsWith('f')) return [word, `${word.slice(0, -1)}ve`]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ie`]
  return [word]
}

/** A word and its plural. */
function numbersOf(word: string): string[] {
  if (/(?:[sxz]|[cs]h)$/.test(word)) return [word, `${word}es`]
  return [word, /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`]
}
