import { materials, materialTitle, occasions, occasionTitle } from '~/modules/search/attributes'
import type { Tx } from '~/platform/db/prisma.server'
import { translator } from '~/platform/i18n/translate'
import { craftWords } from './craft-words'

/** A word in Chinese and what the shop calls it in English. */
export type Term = { zh: string; en: string }

const zh = translator('zh-CN')
const en = translator('en')
/** Not the colours: a character of theirs means other things in a text. */
const listed: readonly Term[] = [
  ...materials.map((code) => materialTitle[code]),
  ...occasions.map((code) => occasionTitle[code]),
].map((key) => ({ zh: zh(key), en: en(key) }))

/** The words that stand in a text and have one English in the whole shop: crafts, what is made of what, the words of the trade. In the order of the text. */
export async function findCraftTerms(tx: Tx, text: string): Promise<Term[]> {
  const crafts = await tx.craft.findMany({ select: { nameZh: true, nameEn: true }, take: 100 })
  const known = [
    ...crafts.map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
    ...craftWords.map(([one, other]) => ({ zh: one, en: other })),
    ...listed,
  ]
  const found = new Map<string, Term>()
  for (const term of known) if (text.includes(term.zh) && !found.has(term.zh)) found.set(term.zh, term)
  return [...found.values()].sort((a, b) => text.indexOf(a.zh) - text.indexOf(b.zh))
}
