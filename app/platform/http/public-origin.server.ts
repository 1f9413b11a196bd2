import { env } from '~/platform/env.server'

/**
 * The origin that public addresses are built from: PUBLIC_ORIGIN, never the request's own claim. A demo may go without: then the loopback address.
 */
export function publicOrigin(): string {
  return env.PUBLIC_ORIGIN
    ? new URL(env.PUBLIC_ORIGIN).origin
    : `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
}

/** The names by which a browser on this machine finds it. */
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Where whoever asks comes back to from a page of somebody else's, such as the payment page. That is the public origin; only of a demo without one, which answers to every name of its machine while cookies stay
 * with the name that set them, the name by which she came: one of those, at our own port, and nothing else that the request claims. For her browser alone, never for letters or pages that others are shown.
 */
export function returnOrigin(request: Request): string {
  if (env.APP_MODE !== 'demo' || env.PUBLIC_ORIGIN) return publicOrigin()
  const host = request.headers.get('Host')
  const isOurs = loopbackNames.some((name) => host === `${name}:${env.PORT}`)
  return isOurs ? `http://${host}` : publicOrigin()
}

/** Whether cookies may be Secure with the __Host- prefix. */
export function isHttps(): boolean {
  return publicOrigin().startsWith('https:')
}
