import type { AppLoadContext } from '@remix-run/node'

/** What the front door tells each request: its id, the client's address, the script nonce; and how it takes a drawn page (`byteText`) at once, not piece by piece out of a stream. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    requestId: string
    clientAddress: string
    nonce: string
    takePage?: (page: string) => void
  }
}

export type { AppLoadContext }
