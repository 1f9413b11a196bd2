import type { OpenedVoice } from './open-voice.server'

/** What is kept by no cache, and what buyers hear: by their own browser for half a minute, so that it is gone a minute after she says so. */
const keeping = { closed: 'private, no-store', shop: 'private, max-age=30' } as const

/** A recording as it is answered. Some browsers ask for it in parts, or play nothing. */
export function voiceResponse(
  request: Request,
  { bytes, contentType }: OpenedVoice,
  kept: keyof typeof keeping,
): Response {
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': 'inline',
    'Accept-Ranges': 'bytes',
    'Cache-Control': keeping[kept],
    'X-Content-Type-Options': 'nosniff',
  }
  const part = partOf(request.headers.get('Range'), bytes.length)
  if (part === 'none')
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${bytes.length}` } })
  const [from, to] = part ?? [0, bytes.length - 1]
  const body = new Uint8Array(bytes.subarray(from, to + 1))
  return new Response(body, {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(body.length),
      ...(part ? { 'Content-Range': `bytes ${from}-${to}/${bytes.length}` } : {}),
    },
  })
}

/** The first and last byte of one range; null without one, and for several: they get the whole. */
function partOf(range: string | null, length: number): [number, number] | 'none' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,10})-(\d{0,10})$/.exec(range ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') return Number(last) === 0 ? 'none' : [Math.max(0, length - Number(last)), length - 1]
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1)
  return Number(first) > to ? 'none' : [Number(first), to]
}
