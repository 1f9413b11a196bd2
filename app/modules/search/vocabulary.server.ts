import { slipsOf } from './slips'
import { readingsOf } from './sounds.server'
import { isLittle, runsOf } from './tokens'

/** One way to a word of the vocabulary: what is looked up, the form it was made from, the word as a reader knows it. */
export type Slip = { slip: string; form: string; shown: string }

/** a stretch of Han up to this long is a word itself; of all stretches the parts of three and four characters are known */
const longestWhole = 6

/**
 * What of names belongs to the vocabulary: Latin words that say something, short stretches of Han, and the parts of longer ones, each with its pinyin. A part may be no word at all: it stands for what is written or
 * sounds like it, never for what is one slip away.
 */
export function slipsOfNames(names: readonly (string | null)[]): Slip[] {
  const runs = names.flatMap((name) => runsOf(name ?? ''))
  const han = runs.flatMap(({ kind, text }) => (kind === 'han' ? text : []))
  const latin = runs.flatMap(({ kind, text }) => (kind === 'latin' ? latinWord(text) : []))
  const words = new Set([...latin, ...han.filter(isWhole)])
  const parts = new Set(han.flatMap(partsOf).filter((part) => !words.has(part)))
  const slips = [...waysTo(words, slipsOf), ...waysTo(parts, (form) => [form])]
  // in one order, so that two pieces written at the same time never wait for each other in a circle
  return slips.sort((a, b) => compare(a.slip, b.slip) || compare(a.form, b.form) || compare(a.shown, b.shown))
}

function waysTo(words: ReadonlySet<string>, slipsOf: (form: string) => string[]): Slip[] {
  return [...words].flatMap((shown) =>
    formsOf(shown).flatMap((form) => slipsOf(form).map((slip) => ({ slip, form, shown }))),
  )
}

function latinWord(word: string): string[] {
  return /\d/.test(word) || isLittle(word) ? [] : [word]
}

function isWhole(han: string): boolean {
  const { length } = [...han]
  return length >= 2 && length <= longestWhole
}

function partsOf(han: string): string[] {
  const characters = [...han]
  return [3, 4].flatMap((length) =>
    characters
      .slice(0, Math.max(0, characters.length - length + 1))
      .map((_, at) => characters.slice(at, at + length).join('')),
  )
}

function formsOf(word: string): string[] {
  return /\p{Script=Han}/u.test(word) ? [word, ...readingsOf(word)] : [word]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
