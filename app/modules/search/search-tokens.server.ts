import { soundsOf } from './sounds.server'
import { kindTokens, runsOf, searchTokens, soundToken } from './tokens'

/** The words of something that can be found: those that name it count first, the others find it as well. */
export type SearchableText = {
  /** names: of the piece, its craft, its maker */
  names: readonly (string | null)[]
  /** everything else that is said of it: story, materials, place, colours */
  others: readonly (string | null)[]
  /** of the names those in Chinese whose last character says what kind of thing it is */
  kinds?: readonly string[]
}

/** What is stored of it, both for `to_tsvector('simple', …)`: the names with their pinyin and initials, and names and all other words together. */
export type SearchTokens = { names: string; words: string }

/** The stored words of a piece, a maker or a craft. Names can be typed by their sounds, from each syllable on. */
export function tokensOf({ names, others, kinds = [] }: SearchableText): SearchTokens {
  const named = searchTokens(names.join('\n'))
  const sounds = names.flatMap((name) =>
    runsOf(name ?? '').flatMap((run) => (run.kind === 'han' ? soundsOf(run.text).map(soundToken) : [])),
  )
  const all = [named, ...new Set([...kindTokens(kinds), ...sounds])].join(' ')
  return { names: all, words: `${all} ${searchTokens(others.join('\n'))}` }
}
