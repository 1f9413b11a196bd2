import { renderToStaticMarkup } from 'react-dom/server'
import type { KeepMarkup } from './kept-markup'

/** Keeps the markup of up to `most` parts, those asked for last. It is never old: what a part is made of is what it is found by. */
export function createMarkupStore(most: number): KeepMarkup {
  const kept = new Map<string, string>()
  return (key, draw) => {
    const markup = kept.get(key) ?? renderToStaticMarkup(draw())
    kept.delete(key)
    kept.set(key, markup)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return markup
  }
}
