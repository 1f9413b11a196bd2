/** Whom a piece may be for. */
const people =
  '女朋友|男朋友|老师|妈妈|母亲|爸爸|父亲|父母|长辈|老人|婆婆|奶奶|朋友|闺蜜|同事|领导|客户|同学|孩子|外国人'

/**
 * Words that say what a piece is for and not what it is: whoever looks for “礼物”, or “a gift for my teacher”, may be shown every piece. No piece is
 * called so, and a search that insisted on them would find none.
 */
const gift = new RegExp(`礼物|礼品|伴手礼|送礼|送给?(?=${people})|\\b(?:gift|present)s?\\b`, 'giu')

/** Who it is for; looked past only beside one of the words above. */
const forWhom = new RegExp(
  `(?:送给?|给)?(?:${people})的?|${String.raw`\b(?:for )?(?:my |an? |the )?(?:mum|mom|mother|dad|father|grandmother|friend|teacher|colleague|boss|her|him|child|children|kid)(?:['’]?s)?\b`}`,
  'giu',
)

/** What is left on both ends when those words are gone: 送…的, for a …. */
const left = /^(?:送给?|给)|(?:的|\bfor\b|\ban?\b|\bfrom\b|\bthe\b)/giu

/** What was typed without the words that say that it is a gift, and for whom: '' when it says nothing else. */
export function withoutGift(typed: string): string {
  const rest = typed.replace(gift, ' ')
  if (rest === typed) return typed
  return rest.replace(forWhom, ' ').replace(left, ' ').replace(/\s+/g, ' ').trim()
}
