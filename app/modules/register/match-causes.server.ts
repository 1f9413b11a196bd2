import { findTerms } from '~/modules/codes/find-terms.server'
import { isValidOn, termNamed } from '~/modules/codes/terms'
import type { Day } from '~/platform/calendar'
import type { Tx } from '~/platform/db/prisma.server'

/** What lists say for a cause of the code table; a 致贫 or 返贫 behind it is left out before. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ['疾病', 'illness'],
  ['患病', 'illness'],
  ['大病', 'illness'],
  ['因大病', 'illness'],
  ['生病', 'illness'],
  ['残疾', 'disability'],
  ['因残疾', 'disability'],
  ['上学', 'schooling'],
  ['就学', 'schooling'],
  ['子女上学', 'schooling'],
  ['因学负担', 'schooling'],
  ['灾害', 'disaster'],
  ['自然灾害', 'disaster'],
  ['因自然灾害', 'disaster'],
  ['缺地', 'land'],
  ['缺少土地', 'land'],
  ['缺水源', 'water'],
  ['缺少水', 'water'],
  ['缺乏技术', 'skill'],
  ['缺少技术', 'skill'],
  ['无技术', 'skill'],
  ['缺技能', 'skill'],
  ['缺劳动力', 'labour'],
  ['缺少劳力', 'labour'],
  ['缺少劳动力', 'labour'],
  ['缺乏劳动力', 'labour'],
  ['缺乏劳力', 'labour'],
  ['无劳动力', 'labour'],
  ['无劳力', 'labour'],
  ['缺少资金', 'money'],
  ['缺乏资金', 'money'],
  ['无资金', 'money'],
  ['缺钱', 'money'],
  ['交通落后', 'roads'],
  ['交通不便', 'roads'],
  ['交通条件差', 'roads'],
  ['自身发展动力不够', 'drive'],
  ['自身动力不足', 'drive'],
  ['发展动力不足', 'drive'],
  ['内生动力不足', 'drive'],
])

export type CauseMatch = {
  /** the cause that a list calls like this; what was merged is what it was merged into; null for none that is in use */
  causeOf: (words: string) => { id: string } | null
  /** the words of those in use, to be named where one is none of them */
  allowed: string[]
}

/** The causes of poverty of the code table in the words of lists, former words too. */
export async function matchCauses(tx: Tx, today: Day): Promise<CauseMatch> {
  const terms = await findTerms(tx, 'poverty_cause')
  return {
    causeOf: (words) => {
      const bare = words.normalize('NFKC').replace(/\s|\(.*?\)/g, '')
      const short = bare.replace(/(致贫返贫|致贫|返贫)$/, '')
      const code = otherWords.get(bare) ?? otherWords.get(short)
      const term = termNamed(terms, [bare, short, ...(code ? [code] : [])], today)
      return term && { id: term.id }
    },
    allowed: terms.filter((term) => isValidOn(term, today)).map(({ nameZh }) => nameZh),
  }
}
