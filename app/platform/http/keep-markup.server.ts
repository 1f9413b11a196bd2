import { renderToStaticMarkup } from 'react-dom/server'
import type { KeepMarkup } from './kept-markup'

/** Keeps markup of up to `most` characters, its keys among them: that which was asked for last. It is never old: what a part is made of is what it is found by. */
export function createMarkupStore(most: number): KeepMarkup {
  const kept = new Map<string, string>()
  let size = 0
  return (key, draw) => {
    const found = kept.get(key)
    const markup = found ?? renderToStaticMarkup(draw())
    if (found === undefined) size += key.length + markup.length
    else kept.delete(key)
    kept.set(key, markup)
    for (const [oldest, old] of kept) {
      if (size <= most) break
      kept.delete(oldest)
      size -= oldest.length + old.length
    }
    return markup
  }
}
