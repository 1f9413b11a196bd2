import { Fragment } from 'react'

const han = /\p{Script=Han}/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of the nine crafts that no dictionary has, or that it takes apart for another: 盘长大 is not 长大 (to grow up). */
const craftWords =
  /(盘长|扎染|夹染|吊染|绣片|绣绷|绣边|桌旗|门帘|靠垫|束口袋|缠线粽|水波纹|三角折|团花|编珠|串珠|珠坠|青金|手工艺|门把)/

/** characters that lean on the word before them: 的, 了, 里 */
const leaning = new Set('的地得了着过们吗呢吧里上下中内外')
/** those that end a longer word: 青瓷色, 几何纹 */
const ending = new Set('色纹')
/** characters that belong to what comes behind them: 大香包, 刻葫芦, 这一户 */
const leading = new Set('大小方宽窄细粗厚刻把被从让这那哪')
/** and these where nothing stands before them that they could end, as they do 栀子黄: 的红梅 */
const colours = new Set('红黄蓝绿青紫粉白黑')
/** one character with 的, but for whose something is */
const saying = /^[^我您你她他它谁]的$/
/** numbers belong together and to what is counted: 一百零八|子, 双耳 */
const numeral = /^[零一二三四五六七八九十百千万两双半]+$/

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
  const words = pairSingles(bindForward(leanBack(text.split(craftWords).flatMap(dictionaryWords))))
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

/** What stands between the words of the crafts, by the dictionary; those as they are. */
function dictionaryWords(text: string, at: number): string[] {
  return at % 2 === 1 ? [text] : [...segmenter.segment(text)].map(({ segment }) => segment)
}

function leanBack(words: readonly string[]): string[] {
  const leant = joined(
    words,
    (before, word) => (leaning.has(word) || (ending.has(word) && before.length > 1)) && isHan(before),
  )
  // what one character says goes with what was said before it: 穿好道的, 买家的
  return leant.reduce<string[]>((words, word) => {
    const [before, first] = [words.at(-1), words.at(-2)]
    if (saying.test(word) && isHan(before) && !(isSingle(before) && isSingle(first)))
      words[words.length - 1] = before + word
    else words.push(word)
    return words
  }, [])
}

/** Numbers and what leads, with what comes behind them. */
function bindForward(words: readonly string[]): string[] {
  const backwards: string[] = []
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const [word, behind] = [words[at] ?? '', backwards.at(-1)]
    if (isHan(behind) && bindsTo(word, behind, words[at - 1])) backwards[backwards.length - 1] = word + behind
    else backwards.push(word)
  }
  return backwards.reverse()
}

function bindsTo(word: string, behind: string, before: string | undefined): boolean {
  if (numeral.test(word)) return numeral.test(behind.charAt(0)) || isSingle(word) || isSingle(behind)
  if (before !== undefined && numeral.test(before)) return false
  return leading.has(word) || (colours.has(word) && before?.endsWith('的') === true)
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
