import type { NextFunction, Request, Response } from 'express'

/** Whether a path is worth a second look; most are not. */
const unusual = /[A-Z%\\]|\/\/|\/\.|.\/$/
/** Bytes that a browser strips or reads otherwise are nothing to lead anybody to. */
const visible = /^\/[!-~]*$/
const unreserved = /[\w.~-]/

/** The words that addresses are made of, as routes write them, by themselves in lower case. */
type Words = ReadonlyMap<string, string>

/** Reads them from the paths of routes: a parameter is none, nor is the rest of a path. */
export function wordsOf(paths: readonly (string | undefined)[]): Words {
  const words = paths.flatMap((path) => path?.split('/') ?? []).filter((word) => /^[a-z]/.test(word))
  return new Map(words.map((word) => [word.toLowerCase(), word]))
}

/**
 * The one form of a path that the routes find under several: one slash between words and none behind them, no escape of what needs none (RFC 3986, 6.2.2), the routes' own
 * words as they write them. What is a parameter (a secret, a serial number) stays as it is. Null for a path that climbs (`..`), which names no page.
 */
export function oneForm(path: string, words: Words): string | null {
  const plain = path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return unreserved.test(character) ? character : escaped
  })
  const parts = plain.split(/[/\\]+/).filter(Boolean)
  if (parts.some((part) => part === '.' || part === '..')) return null
  return `/${parts.map((part) => words.get(part.toLowerCase()) ?? part).join('/')}`
}

/** Express middleware: leads a page asked for in another form to its one address, with its query, for good; what climbs is asked for at the address that `nowhere` gives for it. */
export function oneAddress(words: Words, nowhere: (path: string) => string) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const { url } = request
    const [path = ''] = url.split('?', 1)
    if (!unusual.test(path) || !visible.test(path)) return next()
    const one = oneForm(path, words)
    if (one === path) return next()
    // a secret may stand in it
    if (one !== null)
      return response.set('Cache-Control', 'no-store').redirect(301, one + url.slice(path.length))
    request.url = nowhere(path)
    request.originalUrl = request.url
    next()
  }
}
