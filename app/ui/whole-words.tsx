import { Fragment } from 'react'

const han = /\p{Script=Han}/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** characters that lean on the word before them: 的, 了, 里 */
const leaning = new Set('的地得了着过们吗呢吧里上下中内外')

/** Names stand in one list after the other, and to take one apart takes as long as to draw ten elements. */
const kept = new Map<string, readonly string[]>()
const mostKept = 10_000

/**
 * A text in parts between two Chinese words; within a part its signs and spaces alone let a line break. The dictionary of ICU knows common words; of what it takes apart into single characters, two
 * each are one word, as most names of pieces are made: 盘长|中堂|挂结.
 */
export function chineseWords(text: string): readonly string[] {
  if (!han.test(text)) return [text]
  const known = kept.get(text)
  if (known) return known
  const words = pairSingles(leanBack([...segmenter.segment(text)].map(({ segment }) => segment)))
  const parts = joined(words, (before, word) => !(isHan(before.at(-1)) && isHan(word)))
  if (kept.size === mostKept) kept.clear()
  kept.set(text, parts)
  return parts
}

/** Words of a heading: on a narrow line a Chinese word goes to the next as a whole. Only where no script draws the page again: browsers take other words apart. */
export function WholeWords({ text }: { text: string }) {
  const words = chineseWords(text)
  if (words.length === 1) return text
  return (
    <span className="break-keep">
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one sentence never change places
        <Fragment key={at}>
          {at > 0 ? <wbr /> : null}
          {word}
        </Fragment>
      ))}
    </span>
  )
}

const isHan = (word: string | undefined): word is string => word !== undefined && han.test(word)
const isSingle = (word: string | undefined): word is string => isHan(word) && word.length === 1

function leanBack(words: readonly string[]): string[] {
  return joined(words, (before, word) => leaning.has(word) && isHan(before))
}

/** Words, each of them added to the one before where the two belong together. */
function joined(words: readonly string[], belong: (before: string, word: string) => boolean): string[] {
  const parts: string[] = []
  for (const word of words) {
    const before = parts.at(-1)
    if (before !== undefined && belong(before, word)) parts[parts.length - 1] = before + word
    else parts.push(word)
  }
  return parts
}

/** The last of an odd number makes three with the two before it; one that stands alone goes to the word before it or, at the beginning, behind it. */
function pairSingles(words: readonly string[]): string[] {
  const paired: string[] = []
  for (let at = 0; at < words.length; ) {
    let end = at
    while (isSingle(words[end])) end += 1
    const run = words.slice(at, end)
    const [before, behind] = [paired.at(-1), words[end]]
    if (run.length === 0) paired.push(words[at] ?? '')
    else if (run.length > 1) paired.push(...(run.join('').match(/..(?:.$)?/gu) ?? []))
    else if (isHan(before)) paired[paired.length - 1] = before + run.join('')
    else paired.push(run.join('') + (isHan(behind) ? behind : ''))
    const tookBehind = run.length === 1 && !isHan(before) && isHan(behind)
    at = run.length === 0 ? at + 1 : end + Number(tookBehind)
  }
  return paired
}
