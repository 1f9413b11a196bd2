import { simplify } from './simplify'
import { latinMeanings, longestMeaning, meanings } from './synonyms'

/**
 * How goods are found in Chinese and Latin letters with PostgreSQL's `simple` configuration: both sides of a match are cut here, so that
 * what is stored and what is asked always agree. Nothing but simplified Han characters, Latin letters and ASCII digits comes out.
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

/**
 * What somebody typed, for to_tsquery('simple', …): every word must occur. A stretch of Han asks for its pairs (a single character for itself), a word
 * with synonyms for any of them; a Latin word of two letters or more also finds longer ones, a plural its singular, what is knotted a knot. Safe for any
 * input; null when nothing can be looked for.
 */
export function searchQuery(text: string): string | null {
  const terms = new Set<string>()
  for (const { kind, text: word } of askedRuns(text)) {
    if (kind === 'latin') terms.add(latinTerm(word))
    else for (const part of partsOf(word)) for (const term of hanTerms(part)) terms.add(term)
  }
  return terms.size === 0 ? null : [...terms].slice(0, mostTerms).join(' & ')
}

/** Words of a sentence that say nothing of a piece: every one here is made by hand. */
const little = new Set(
  'a an the of for with in on and or to some my hand made handmade handcrafted'.split(' '),
)

/** Whether a word says nothing by itself: nobody meant it. */
export function isLittle(word: string): boolean {
  return little.has(word)
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

/** A stretch of Han, cut where words with synonyms stand in it: 钩编杯垫 is 钩编 and 杯垫. */
function partsOf(han: string): string[] {
  const characters = [...han]
  const parts: string[] = []
  let rest = ''
  for (let at = 0; at < characters.length; ) {
    const word = wordAt(characters, at)
    if (word === null) {
      rest += characters[at] ?? ''
      at += 1
      continue
    }
    if (rest !== '') parts.push(rest)
    rest = ''
    parts.push(word)
    at += [...word].length
  }
  return rest === '' ? parts : [...parts, rest]
}

/** The longest word of the synonyms that begins at a place. */
function wordAt(characters: readonly string[], at: number): string | null {
  for (let length = longestMeaning; length > 1; length -= 1) {
    const word = characters.slice(at, at + length).join('')
    if (meanings.has(word)) return word
  }
  return null
}

function hanTerms(part: string): string[] {
  const alternatives = meanings.get(part)
  if (!alternatives) return pairsOf(part)
  return [`(${alternatives.map((word) => pairsOf(word).join(' & ')).join(' | ')})`]
}

function pairsOf(han: string): string[] {
  const characters = [...han]
  const pairs = characters.length === 1 ? characters : bigramsOf(characters)
  return pairs.map((pair) => `'${pair}'`)
}

function latinTerm(word: string): string {
  if (word.length < 2 || /^\d+$/.test(word)) return `'${word}'`
  const singulars = singularsOf(word)
  const stems = singulars.map(stemOf)
  const others = [...singulars, ...stems].flatMap((one) => latinMeanings.get(one) ?? [])
  const found = [...new Set([...stems, ...others].flatMap(beginningsOf))].map((one) => `'${one}':*`)
  return found.length === 1 ? (found[0] ?? '') : `(${found.join(' | ')})`
}

/** A word, or what it may be the plural of: scarves, babies, boxes. */
function singularsOf(word: string): string[] {
  if (word.length <= 3) return [word]
  if (word.endsWith('ves')) return [`${word.slice(0, -3)}f`, word.slice(0, -1)]
  if (word.endsWith('ies'))
    return word.length > 4 ? [`${word.slice(0, -3)}y`, word.slice(0, -1)] : [word.slice(0, -1)]
  if (/(?:[aiu]s|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return [word.slice(0, -2)]
  return [/[^s]s$/.test(word) ? word.slice(0, -1) : word]
}

/** What begins all forms of a word: knotting, knotted and knots with knot, dyed and dyeing with dye, embroidery with embroider. Always a beginning of the word itself. */
function stemOf(word: string): string {
  const [, base = '', ending] = /^(.*[aeiouy].*?)(ing|ed|ery)$/.exec(word) ?? []
  if (ending === 'ery') return base.length < 3 ? word : `${base}er`
  if (ending === undefined || (ending === 'ed' && base.endsWith('e'))) return word
  if (base.length < 3) return ending === 'ed' ? `${base}e` : word
  return base.replace(/([bdgmnpt])\1$/, '$1')
}

/** With what it and its plural begin: scarf and scarves, baby and babies. */
function beginningsOf(word: string): string[] {
  if (word.length <= 3) return [word]
  if (word.endsWith('f')) return [word, `${word.slice(0, -1)}ve`]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ie`]
  return [word]
}
