import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { createRequestHandler } from '@remix-run/express'
import type { EntryContext, ServerBuild } from '@remix-run/node'
import { RemixServer, useLoaderData } from '@remix-run/react'
import express from 'express'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'

/** What the frame itself costs: a page of Remix that reads nothing and says hello, with as many processes as the shop has. `empty-page.ts <port>`. */
const [port] = process.argv.slice(2)

function EmptyPage() {
  const { word } = useLoaderData<{ word: string }>()
  return createElement('html', null, createElement('body', null, word))
}

function render(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const html = renderToString(createElement(RemixServer, { context, url: request.url }))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

const only = { id: 'root', path: '' }

const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: render } },
  routes: { root: { ...only, module: { default: EmptyPage, loader: () => ({ word: 'hello' }) } } },
  assets: {
    entry: { imports: [], module: '' },
    routes: {
      root: {
        ...only,
        module: '',
        hasAction: false,
        hasLoader: true,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
      },
    },
    url: '',
    version: '',
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
  isSpaMode: false,
}

if (cluster.isPrimary) for (let n = 0; n < availableParallelism(); n++) cluster.fork()
else {
  const answer = createRequestHandler({ build, mode: 'production' })
  express()
    .disable('x-powered-by')
    .use((request, response, next) => void answer(request, response, next))
    .listen(Number(port), '127.0.0.1')
  // the channel to the parent does not keep a child of ours alive
  setInterval(() => {}, 60_000)
}
