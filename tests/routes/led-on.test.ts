import { expect, it } from 'vitest'
import { loader as openDraft } from '../../app/routes/shop/checkout-draft'
import { loader as openReading } from '../../app/routes/shop/read-address'

const ask = (path: string) => ({
  request: new Request(`http://127.0.0.1:3000${path}`),
  params: {},
  context: { requestId: 'test', clientAddress: '127.0.0.1', nonce: '' },
})

/** Addresses that the checkout's scripts alone post to, typed into a browser. */
it.each([
  ['/checkout/draft', openDraft],
  ['/checkout/read-address', openReading],
])('%s leads whoever opens it to the form, in her language', async (path, open) => {
  for (const prefix of ['', '/en']) {
    const { status, headers } = await open(ask(`${prefix}${path}`))
    expect([status, headers.get('Location')]).toEqual([302, `${prefix}/checkout`])
  }
})
