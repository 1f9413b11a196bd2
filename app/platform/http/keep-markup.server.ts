import { renderToStaticMarkup } from 'react-dom/server'
import { keptAnswerName } from '~/platform/db/kept-answers'
import type { KeepMarkup } from './kept-markup'

/** What markup is found by: what it is made of, written as JSON; an answer that the shop keeps (long, and the same on page after page) by its name alone. */
function keyOf(of: unknown): string {
  if (Array.isArray(of)) return `[${of.map(keyOf).join()}]`
  return keptAnswerName(of) ?? JSON.stringify(of)
}

/** Keeps markup of up to `most` characters, its keys among them: that which was asked for last. It is never old: what a part is made of is what it is found by. */
export function createMarkupStore(most: number): KeepMarkup {
  const store = createStore<string>(most)
  return (name, of, draw) => {
    const key = `${name} ${keyOf(of)}`
    const found = store.find(key)
    if (found !== undefined) return found
    const markup = renderToStaticMarkup(draw())
    store.keep(key, markup, markup.length)
    return markup
  }
}

/** Answers a page that is made of its address and of what was found for it: drawn once for as long as that is the same. */
export type KeepPage = (address: string, found: string, draw: () => string) => string

/** Keeps pages of up to `most` characters, what was found for them among these: one of an address, those that were asked for last. */
export function createPageStore(most: number): KeepPage {
  const store = createStore<{ found: string; page: string }>(most)
  return (address, found, draw) => {
    const kept = store.find(address)
    if (kept?.found === found) return kept.page
    const page = draw()
    store.keep(address, { found, page }, found.length + page.length)
    return page
  }
}

type Store<Value> = {
  find(key: string): Value | undefined
  keep(key: string, value: Value, size: number): void
}

/**
 * Holds what was asked for last, up to `most` characters, keys included, and as many of keys that were asked for once. What is asked for once alone is not held: most of what a robot walks through never comes again, and to move it
 * to where the lasting things lie, and to look for it there, takes the collector longer than all else about it.
 */
function createStore<Value>(most: number): Store<Value> {
  const held = new Map<string, { value: Value; size: number }>()
  const askedOnce = new Set<string>()
  let [size, remembered] = [0, 0]
  const drop = (key: string) => {
    size -= held.get(key)?.size ?? 0
    held.delete(key)
  }
  return {
    find(key) {
      const found = held.get(key)
      if (found === undefined) return undefined
      held.delete(key)
      held.set(key, found)
      return found.value
    },
    keep(key, value, itsSize) {
      if (!held.has(key) && !askedOnce.delete(key)) {
        if (remembered + key.length > most) {
          askedOnce.clear()
          remembered = 0
        }
        askedOnce.add(key)
        remembered += key.length
        return
      }
      drop(key)
      held.set(key, { value, size: key.length + itsSize })
      size += key.length + itsSize
      for (const oldest of held.keys()) {
        if (size <= most) break
        drop(oldest)
      }
    },
  }
}
