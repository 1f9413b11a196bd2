import { ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { common, commonEn } from '~/platform/i18n/catalogue/common'
import { errors, errorsEn } from '~/platform/i18n/catalogue/errors'

/** The address of a page, as bytes. It is one of this site: nothing that a browser would read as another host follows its first slash. */
const asked = /^(?:GET|HEAD) (\/(?![/\\])[!-~\x80-\xff]*) HTTP\/1\.[01]\r?\n/
const unencoded = /[\x80-\xff]/g

/**
 * Where a request leads that was not read because its address holds bytes beyond ASCII, as old browsers and people at a command line send words: to the same address, percent-encoded.
 * Null for whatever else could not be read; `packet` is what came last.
 */
export function encodedAddress(packet: Buffer): string | null {
  const address = asked.exec(packet.toString('latin1'))?.[1]
  const encoded = address?.replace(unencoded, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  return encoded === undefined || encoded === address ? null : encoded
}

/** What is wrong, by what the parser calls it; the rest is no request at all. */
const refusals = {
  HPE_HEADER_OVERFLOW: { status: 431, text: 'longRequest' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, text: 'slowRequest' },
} as const
const unread = { status: 400, text: 'unreadRequest' } as const

function refusalOf(error: Error) {
  const code: unknown = Reflect.get(error, 'code')
  return code === 'HPE_HEADER_OVERFLOW' || code === 'ERR_HTTP_REQUEST_TIMEOUT' ? refusals[code] : unread
}

function pageOf(text: (typeof unread | (typeof refusals)[keyof typeof refusals])['text']): string {
  const said = `<p>${errors[text]}</p><p lang="en">${errorsEn[text]}</p>`
  const ways = `<p><a href="/">${common.brand}</a> · <a href="/en" lang="en">${commonEn.brand}</a></p>`
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
  return `<!DOCTYPE html><html lang="zh-CN"><head>${head}<title>${common.brand}</title></head><body>${said}${ways}</body></html>`
}

function write(status: number, headers: readonly string[], body: string): string {
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

const pageHeaders = [
  'Content-Type: text/html; charset=utf-8',
  'X-Content-Type-Options: nosniff',
  "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
]

/** For `clientError` of a server: answers what its parser could not read, and hangs up. Says nothing into an answer that is already on its way. */
export function answerUnreadable(error: Error, socket: Duplex): void {
  const underway: unknown = Reflect.get(socket, '_httpMessage')
  if (!socket.writable || (underway instanceof ServerResponse && underway.headersSent)) {
    socket.destroy()
    return
  }
  const packet: unknown = Reflect.get(error, 'rawPacket')
  const address = packet instanceof Buffer ? encodedAddress(packet) : null
  const { status, text } = refusalOf(error)
  const answer = address ? write(302, [`Location: ${address}`], '') : write(status, pageHeaders, pageOf(text))
  socket.end(answer, () => socket.destroy())
}
