import type { AppLoadContext } from '@remix-run/node'

/** What the front door tells each request: its id, the client's address, the script nonce. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    requestId: string
    clientAddress: string
    nonce: string
  }
}

export type { AppLoadContext }
