import { renderToStaticMarkup } from 'react-dom/server'
import { keptAnswerName } from '~/platform/db/kept-answers'
import type { KeepMarkup } from './kept-markup'

/** What markup is found by: what it is made of, written as JSON; an answer that the shop keeps (long, and the same on page after page) by its name alone. */
function keyOf(of: unknown): string {
  if (Array.isArray(of)) return `[${of.map(keyOf).join()}]`
  return keptAnswerName(of) ?? JSON.stringify(of)
}

/** Keeps markup of up to `most` characters, its keys among them: that which was asked for last, as `finish` leaves it. It is never old: what a part is made of is what it is found by. */
export function createMarkupStore(most: number, finish = (markup: string) => markup): KeepMarkup {
  const kept = new Map<string, string>()
  let size = 0
  return (name, of, draw) => {
    // a text as it is: a page's data are long, and written already; no JSON begins so
    const key = typeof of === 'string' ? `${name} '${of}` : `${name} ${keyOf(of)}`
    const found = kept.get(key)
    const markup = found ?? finish(renderToStaticMarkup(draw()))
    if (found === undefined) size += key.length + markup.length
    else kept.delete(key)
    kept.set(key, markup)
    if (size <= most) return markup
    for (const [oldest, old] of kept) {
      if (size <= most) break
      kept.delete(oldest)
      size -= oldest.length + old.length
    }
    return markup
  }
}
