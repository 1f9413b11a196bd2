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
}

const safeMethods = new Set(['GET', 'HEAD'])
const unsafeMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const hostForm = /^(\[[0-9a-fA-F:]+\]|[a-zA-Z0-9.-]+)(:\d{1,5})?$/

/** Express middleware: 405 for other methods, 400 for a malformed Host, 403 for a cross-site write, 411/413 for bodies. */
export function gate({ publicOrigin, exempt, maxBody }: GateOptions) {
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
    if (!/^\d+$/.test(length) || Number(length) > maxBody(request.path)) return refuse(response, 413)
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

function refuse(response: Response, status: number): void {
  response.status(status).set('Connection', 'close').type('text/plain').send(`${status}\n`)
}
