import type { ActionFunctionArgs } from '@remix-run/node'

/** A browser: it keeps cookies, and knows nothing else. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly address: string

  constructor(address: string) {
    this.address = address
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** Asks for a page, or posts a form to it. */
  ask(path: string, form?: Record<string, string>): ActionFunctionArgs {
    const headers = { Cookie: this.header, 'User-Agent': 'Chrome/120.0 (Android)' }
    const init = form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers }
    return {
      request: new Request(new URL(path, 'http://127.0.0.1:3000'), init),
      params: {},
      context: { requestId: 'test', clientAddress: this.address, nonce: '' },
    }
  }

  keep(answer: unknown): Response {
    if (!(answer instanceof Response)) throw new Error('no response')
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/Max-Age=0/.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }
}
