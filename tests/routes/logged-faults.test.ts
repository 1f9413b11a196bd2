import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { expect, it, vi } from 'vitest'
import * as entry from '~/entry.server'
import { log } from '~/platform/log.server'

/** A site of one page, whose loader breaks, answered as the real one answers. */
function site() {
  const route = {
    id: 'page',
    path: '/page',
    hasAction: false,
    hasLoader: true,
    module: '',
    hasErrorBoundary: false,
  }
  const page = {
    loader: () => {
      throw new Error('broken')
    },
    default: () => null,
  }
  return createRequestHandler({
    entry: { module: entry },
    routes: { page: { ...route, module: page } },
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {},
  } as unknown as ServerBuild)
}

it('logs a bug, and no address or method that no page has', async () => {
  const said = vi.spyOn(log, 'error').mockReturnValue()
  const ask = (address: string, method = 'GET') =>
    site()(new Request(`http://127.0.0.1${address}`, { method }), {
      requestId: 'r',
      clientAddress: '',
      nonce: '',
    })
  for (const address of ['/page?_data=other', '/nowhere?_data=page']) await ask(address)
  await ask('/page?_data=page', 'DELETE')
  expect(said).not.toHaveBeenCalled()
  await ask('/page?_data=page')
  expect(said).toHaveBeenCalledOnce()
})
