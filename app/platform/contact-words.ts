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

/** The first way to reach somebody that a text gives away; null when there is none. Full-width, spaced and Han-written digits count like any others. */
export function findContact(text: string): ContactWord | null {
  const plain = text.normalize('NFKC')
  if (link.test(plain)) return 'link'
  if (account.test(plain)) return 'account'
  const digits = [...plain.replace(/[零洞]/g, '〇').replace(/幺/g, '一')]
    .map((character) => {
      const at = hanDigits.indexOf(character)
      return at < 0 ? character : String(at)
    })
    .join('')
  const unspaced = digits.replace(/(?<=\d)[\s\-.·_()+,、]+(?=\d)/g, '')
  return onEnd.test(digits) || phone.test(unspaced) ? 'number' : null
}
