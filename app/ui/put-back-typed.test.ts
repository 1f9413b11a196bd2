import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'

const script = readFileSync(join(import.meta.dirname, 'put-back-typed.js'), 'utf8')

class Fields {
  [Symbol.iterator] = () => [].values()
}

class Element {
  hidden = true
  constructor(readonly dataset: Record<string, string>) {}
  closest = () => ({ addEventListener: () => {}, elements: [] })
}

/** Her form is opened on a device that says who left it. Answers what is kept there afterwards, and the cookies that were set. */
function open({ owner, left, kept }: { owner: string; left: string; kept: readonly string[] }) {
  const cookies: string[] = []
  const typed = JSON.stringify({ version: '1', typed: [] })
  const store: object = Object.defineProperties(Object.fromEntries(kept.map((key) => [key, typed])), {
    getItem: { value: (key: string): unknown => Reflect.get(store, key) ?? null },
    removeItem: { value: (key: string) => Reflect.deleteProperty(store, key) },
  })
  const note = new Element({ keep: `${owner}.p.words`, version: '1', answered: 'no' })
  const document = {
    querySelector: () => note,
    get cookie() {
      return `a=b; left=${left}`
    },
    set cookie(text: string) {
      cookies.push(text.split(';')[0] ?? '')
    },
  }
  runInNewContext(script, { document, localStorage: store, HTMLElement: Element, FormData: Fields })
  return { keys: Object.keys(store), cookies }
}

const kept = ['typed:her.p.words', 'typed:gone.q.words']

it('lets go of what those typed who left, and of nobody else', () => {
  expect(open({ owner: 'her', left: 'gone', kept })).toEqual({ keys: ['typed:her.p.words'], cookies: [] })
})

it('keeps what she types who left once and is here again', () => {
  expect(open({ owner: 'her', left: 'gone.her', kept })).toEqual({
    keys: ['typed:her.p.words'],
    cookies: ['left=gone'],
  })
  expect(open({ owner: 'her', left: 'her', kept }).cookies).toEqual(['left='])
})
