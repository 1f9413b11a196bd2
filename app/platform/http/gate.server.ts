import type { NextFunction, Request, Response } from 'express'

/**
 * What stands before Remix. Its own cross-site check has holes (an action runs through ?_data=, without Origin, with a spoofed
 * X-Forwarded-Host), so every request that is not GET or HEAD is judged here, and forwarded headers never reach it.
 */
export type GateOptions = {
  /** the public origin; without it (demo only) Origin is compared with Host */
  publicOrigin: string | undefined
  /** paths that machines post to: they authenticate by signature, not by cookie */
  exempt: readonly string[]
  /** largest body in bytes, by path */
  maxBody: (path: string) => number
  /** the page of this site that tells a reader so, for the address she sent it to */
  tooLargePage: (path: string) => string
}

/** For so long what is still coming is read and thrown away, so that a browser in the middle of sending gets to read the answer. */
const lingerMs = 20_000

const safeMethods = new Set(['GET', 'HEAD'])
const unsafeMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const hostForm = /^(\[[0-9a-fA-F:]+\]|[a-zA-Z0-9.-]+)(:\d{1,5})?$/

/** Express middleware: 405 for other methods, 400 for a malformed Host, 403 for a cross-site write, 411/413 for bodies. */
export function gate({ publicOrigin, exempt, maxBody, tooLargePage }: GateOptions) {
  return (request: Request, response: Response, next: NextFunction) => {
    delete request.headers['x-forwarded-host']
    delete request.headers['x-forwarded-proto']
    const host = request.headers.host ?? ''
    if (!hostForm.test(host)) return refuse(response, 400)
    if (safeMethods.has(request.method)) return next()
    if (!unsafeMethods.has(request.method)) return refuse(response.set('Allow', 'GET, HEAD, POST'), 405)
    if (!exempt.includes(request.path) && !isSameSite(request, publicOrigin, host))
      return refuse(response, 403)
    const length = request.headers['content-length']
    if (request.headers['transfer-encoding'] !== undefined || length === undefined)
      return refuse(response, 411)
    if (!/^\d+$/.test(length)) return refuse(response, 413)
    if (Number(length) <= maxBody(request.path)) return next()
    if (!isReader(request)) return refuse(response, 413)
    turnTo(request, tooLargePage(request.path))
    next()
  }
}

/** Origin must be ours. Without Origin, Sec-Fetch-Site must not speak of another site; absent both (no browser), the write is refused. */
function isSameSite(request: Request, publicOrigin: string | undefined, host: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = request.headers.origin
  if (origin === undefined) return site === 'same-origin'
  if (publicOrigin !== undefined) return origin === publicOrigin
  return origin === `http://${host}` || origin === `https://${host}`
}

/** A person in front of a browser, not a script that asks for data. */
function isReader(request: Request): boolean {
  return String(request.headers.accept).includes('text/html') && !('_data' in request.query)
}

/** Makes of a post a visit to a page. Its body goes nowhere; a sender that does not come to an end is cut off. */
function turnTo(request: Request, address: string): void {
  request.method = 'GET'
  request.url = address
  request.originalUrl = address
  delete request.headers['content-length']
  delete request.headers['content-type']
  const cut = setTimeout(() => request.socket.destroy(), lingerMs)
  request.once('close', () => clearTimeout(cut))
  request.resume()
}

function refuse(response: Response, status: number): void {
  response.status(status).set('Connection', 'close').type('text/plain').send(`${status}\n`)
}
