import { peopleWords } from './synonyms'

/** What of somebody's words can be looked for, where some of them say that it is a present. */
type GiftWords = {
  /** all but the words that say that it is a present: whom it is for may tell what suits */
  words: string
  /** the same without whom it is for */
  things: string
  /** words that tell nothing of what would suit */
  unused: string[]
  /** whom it is for */
  whom: string[]
}

const byLength = [...peopleWords].sort((a, b) => b.length - a.length)
const han = byLength.filter((word) => /\p{Script=Han}/u.test(word)).join('|')
const latin = byLength
  .filter((word) => !/\p{Script=Han}/u.test(word))
  .map((word) => word.replace(' ', `(?:['’]?s)? `))
  .join('|')

/** Whom a piece may be for. */
const people = new RegExp(String.raw`${han}|\b(?:${latin})(?:(?:['’]s)|s(?:['’])?)?\b`, 'giu')

/** Words that say what a piece is for and not what it is: no piece is called so, and a search that insisted on them would find none. */
const gift = new RegExp(`送?礼物|送?礼品|送礼|送[人他她]|送给?(?=${han})|\\b(?:gift|present)s?\\b`, 'giu')

/** It tells nothing of whom it is for. */
const anybody = /\b(?:her|him|them|someone|somebody)\b/giu

/** What is left where those words are gone: 送…的, for a …. */
const left = /^(?:送给?|给)|^的|的$|\bfor\b|\bmy\b|\ban?\b|\bfrom\b|\bthe\b/giu

/** “送给老师的香包” asks for what suits a teacher and is a sachet; “礼物” by itself for nothing. */
export function readGift(typed: string): GiftWords {
  const gifts = typed.match(gift) ?? []
  if (gifts.length === 0) return { words: typed, things: typed, unused: [], whom: [] }
  const words = typed.replace(gift, ' ').replace(anybody, ' ')
  const rest = tidy(words)
  const told = [...(rest === '' ? gifts : []), ...(typed.match(anybody) ?? [])]
  return {
    words: rest,
    things: tidy(rest.replace(people, ' ')),
    unused: told.map((word) => word.trim()),
    whom: rest.match(people) ?? [],
  }
}

function tidy(text: string): string {
  return text.trim().replace(left, ' ').replace(/\s+/g, ' ').trim()
}
