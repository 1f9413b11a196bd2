import { localeOf } from './locale'
import { type Translate, translator } from './translate'

type PrivateMeta = ({ title: string } | { name: 'robots'; content: 'noindex' })[]

/** Head of a page that is for those who work here: its own title before the name of the house, in the language of its address; no search engine keeps it. */
export function privateMeta(pathname: string, titleIn: (t: Translate) => string): PrivateMeta {
  const t = translator(localeOf(pathname))
  return [{ title: `${titleIn(t)} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}
