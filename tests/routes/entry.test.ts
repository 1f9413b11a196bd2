import { createRequestHandler, json, type ServerBuild } from '@remix-run/node'
import { expect, it, vi } from 'vitest'
import * as entry from '~/entry.server'
import { log } from '~/platform/log.server'

/** A site of one page, answered as the real one answers. */
function site(loader: () => unknown) {
  const route = {
    id: 'page',
    path: '/page',
    hasAction: false,
    hasLoader: true,
    module: '',
    hasErrorBoundary: false,
  }
  const answer = createRequestHandler({
    entry: { module: entry },
    routes: { page: { ...route, module: { loader, default: () => null } } },
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '' },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {},
  } as unknown as ServerBuild)
  return (address: string, method = 'GET') =>
    answer(new Request(`http://127.0.0.1${address}`, { method }), {
      requestId: 'r',
      clientAddress: '',
      nonce: '',
    })
}

it('logs a bug, and no address or method that no page has', async () => {
  const said = vi.spyOn(log, 'error').mockReturnValue()
  const ask = site(() => {
    throw new Error('broken')
  })
  for (const address of ['/page?_data=other', '/nowhere?_data=page']) await ask(address)
  await ask('/page?_data=page', 'DELETE')
  expect(said).not.toHaveBeenCalled()
  await ask('/page?_data=page')
  expect(said).toHaveBeenCalledOnce()
})

it('lets nobody store a page whose loader says so, and a browser store what is asked for again', async () => {
  const kept = async (headers: Record<string, string>) => {
    const answer = await site(() => json({}, { headers }))('/page')
    return answer.headers.get('Cache-Control')
  }
  expect(await kept({ 'Cache-Control': 'private, no-store' })).toBe('private, no-store')
  expect(await kept({})).toBe('private, no-cache')
  const data = await site(() => json({}))('/page?_data=page')
  expect(data.headers.get('Cache-Control')).toBe('private, no-cache')
})
