/**
 * Whether a request comes from this machine itself. One that a proxy on this machine passed on does not, even when nobody told us to
 * trust that proxy.
 */
export function isOnThisMachine(request: Request, clientAddress: string): boolean {
  const isForwarded = request.headers.has('x-forwarded-for') || request.headers.has('forwarded')
  return !isForwarded && (clientAddress === '::1' || /^127\./.test(clientAddress))
}
