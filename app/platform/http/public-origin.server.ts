import { env } from '~/platform/env.server'

/**
 * The origin that public addresses are built from: PUBLIC_ORIGIN, never the request's own claim. A demo may go without: then the loopback address.
 */
export function publicOrigin(): string {
  return env.PUBLIC_ORIGIN
    ? new URL(env.PUBLIC_ORIGIN).origin
    : `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
}

/** Whether cookies may be Secure with the __Host- prefix. */
export function isHttps(): boolean {
  return publicOrigin().startsWith('https:')
}
