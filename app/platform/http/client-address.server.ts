import type { IncomingMessage } from 'node:http'

/**
 * The client's address: the socket's, or, when the socket is a trusted proxy's, the last address of X-Forwarded-For that is not one.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const socket = plain(request.socket.remoteAddress ?? '')
  if (!trustedProxies.includes(socket)) return socket
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  const hops = forwarded.split(',').map((hop) => plain(hop.trim()))
  return hops.reverse().find((hop) => hop !== '' && !trustedProxies.includes(hop)) ?? socket
}

function plain(address: string): string {
  return address.replace(/^::ffff:/, '')
}
