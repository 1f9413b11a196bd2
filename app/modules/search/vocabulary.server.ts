import { slipsOf } from './slips'
import { readingsOf } from './sounds.server'
import { runsOf } from './tokens'

/** One way to a word of the vocabulary: what is looked up, the form it was made from, the word as a reader knows it. */
export type Slip = { slip: string; form: string; shown: string }

/** a stretch of Han up to this long is a word itself; longer ones give all their parts of three and four characters */
const longestWhole = 6

/** What of names belongs to the vocabulary: Latin words, short stretches of Han, and the parts of longer ones, each with its pinyin. */
export function slipsOfNames(names: readonly (string | null)[]): Slip[] {
  const words = new Set(
    names.flatMap((name) =>
      runsOf(name ?? '').flatMap((run) => (run.kind === 'latin' ? latinWord(run.text) : hanWords(run.text))),
    ),
  )
  const slips = [...words].flatMap((shown) =>
    formsOf(shown).flatMap((form) => slipsOf(form).map((slip) => ({ slip, form, shown }))),
  )
  // in one order, so that two pieces written at the same time never wait for each other in a circle
  return slips.sort((a, b) => compare(a.slip, b.slip) || compare(a.form, b.form) || compare(a.shown, b.shown))
}

function latinWord(word: string): string[] {
  return /\d/.test(word) ? [] : [word]
}

function hanWords(run: string): string[] {
  const characters = [...run]
  const parts = [3, 4].flatMap((length) =>
    characters
      .slice(0, Math.max(0, characters.length - length + 1))
      .map((_, at) => characters.slice(at, at + length).join('')),
  )
  return characters.length >= 2 && characters.length <= longestWhole ? [run, ...parts] : parts
}

function formsOf(word: string): string[] {
  return /\p{Script=Han}/u.test(word) ? [word, ...readingsOf(word)] : [word]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
