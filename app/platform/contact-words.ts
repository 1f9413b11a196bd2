/** What a question and an answer may not carry: a way to reach somebody outside the shop. */
export type ContactWord = 'number' | 'link' | 'account'

const hanDigits = '〇一二三四五六七八九'
/** As many digits on end are no size and no price. */
const onEnd = /\d{7}/
/** A telephone number however it is spaced: a mobile, or one with its area code. */
const phone = /(?<!\d)(?:86)?(?:1[3-9]\d{9}|0\d{9,11})(?!\d)/

const link =
  /https?:|www\.|[\w.+-]+@[\w-]+|(?:^|[^a-z0-9])[a-z0-9-]{2,}\.(?:com|cn|net|org|top|shop|xyz|cc|me|io|co|vip|ltd|store)(?![a-z])/i
const account =
  /微信|薇信|威信|加[我您你]?\s*[vV微]|wechat|weixin|whats\s?app|telegram|扣扣|企鹅号|(?:^|[^a-z])(?:qq|vx|wx)(?![a-z])/i

/** What gives somebody away: which kind of thing, and the piece of the text that is it. */
export type FoundContact = { kind: ContactWord; piece: string }

/** The first way to reach somebody that a text gives away; null when there is none. */
export function findContact(text: string): ContactWord | null {
  return findContactPiece(text)?.kind ?? null
}

/** The same with the piece of the text, as it was typed or nearly so. Full-width, spaced and Han-written digits count like any others. */
export function findContactPiece(text: string): FoundContact | null {
  const plain = text.normalize('NFKC')
  for (const [kind, pattern] of [
    ['link', link],
    ['account', account],
  ] as const) {
    const found = pattern.exec(plain)
    if (found) return { kind, piece: aroundOf(plain, found.index, found[0].length) }
  }
  const number = findNumber([...plain])
  return number === null ? null : { kind: 'number', piece: number }
}

/** What stands around a find up to the next space, comma or Han letter: a whole address, not its first letters. */
function aroundOf(text: string, at: number, length: number): string {
  const rest = /^[\w.+\-@:/?=&%#]*/.exec(text.slice(at + length))?.[0] ?? ''
  return text.slice(at, at + length + rest.length).trim()
}

function findNumber(characters: readonly string[]): string | null {
  const digits = characters.map(digitOf)
  const gap = /[\s\-.·_()+,、]/
  const unspaced: { digit: string; at: number }[] = []
  for (const [at, digit] of digits.entries()) {
    const isBetween = gap.test(digit) && unspaced.length > 0 && /\d/.test(unspaced.at(-1)?.digit ?? '')
    if (!isBetween) unspaced.push({ digit, at })
    else if (!/\d/.test(digits.slice(at).find((one) => !gap.test(one)) ?? '')) unspaced.push({ digit, at })
  }
  const spaced = onEnd.exec(digits.join(''))
  if (spaced) {
    const before = [...digits.join('').slice(0, spaced.index)].length
    const run = /^\d+/.exec(digits.slice(before).join(''))?.[0].length ?? 0
    return characters.slice(before, before + run).join('')
  }
  const text = unspaced.map(({ digit }) => (digit.length === 1 ? digit : '_')).join('')
  const found = phone.exec(text)
  if (!found) return null
  const first = unspaced[found.index]?.at ?? 0
  const last = unspaced[found.index + found[0].length - 1]?.at ?? first
  return characters.slice(first, last + 1).join('')
}

/** A digit in whichever way it was written; other characters as they are. */
function digitOf(character: string): string {
  if (character === '零' || character === '洞') return '0'
  if (character === '幺') return '1'
  const at = hanDigits.indexOf(character)
  return at < 0 ? character : String(at)
}
