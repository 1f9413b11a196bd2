import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { readPointToken } from '~/modules/auth/point-cookie.server'
import { byteText } from '~/platform/http/byte-text'
import { createMarkupStore, createPageStore } from '~/platform/http/keep-markup.server'
import { KeptMarkupContext } from '~/platform/http/kept-markup'
import { NonceContext } from '~/platform/http/nonce-context'
import { log } from '~/platform/log.server'

export { forgetAnswers, trustAnswers } from '~/platform/db/kept-answers'
export { startJobs } from './jobs.server'

const keepMarkup = createMarkupStore(4_000_000)
const pageOf = createPageStore(4_000_000)

/** Ready to be sent. */
function documentOf(markup: string): string {
  return byteText(`<!DOCTYPE html>${markup}`)
}

/**
 * The document, as `byteText`. What carries no nonce carries no script of the frame either: it is made of its address and of what its loaders found, which the frame has written down,
 * and is drawn once for as long as they find the same.
 */
function draw(url: string, context: EntryContext, nonce: string): string {
  const written = nonce === '' ? renderToStaticMarkup : renderToString
  const drawn = () =>
    documentOf(
      written(
        <NonceContext.Provider value={nonce}>
          <KeptMarkupContext.Provider value={keepMarkup}>
            <RemixServer context={context} url={url} />
          </KeptMarkupContext.Provider>
        </NonceContext.Provider>,
      ),
    )
  const found = context.staticHandlerContext.errors ? undefined : context.serverHandoffString
  return nonce === '' && found ? pageOf(url, found, drawn) : drawn()
}

/**
 * No page defers: the whole document is rendered at once, and an error becomes a 500 before a byte is sent. A Retry-After stands on
 * the page that shows the refusal as well, and what a loader lets nobody store, its page lets nobody store either; until when it says something, its page says it.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
) {
  const { actionHeaders, loaderHeaders } = context.staticHandlerContext
  for (const answer of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    const retryAfter = answer.get('Retry-After')
    if (retryAfter !== null) headers.set('Retry-After', retryAfter)
    const kept = answer.get('Cache-Control')
    if (kept?.includes('no-store')) headers.set('Cache-Control', kept)
    const end = answer.get('Expires')
    if (end !== null) headers.set('Expires', end)
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (await isSharedDevice(request)) headers.set('Cache-Control', 'private, no-store')
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  const page = draw(request.url, context, loadContext.nonce)
  loadContext.takePage?.(page)
  return new Response(loadContext.takePage ? null : Buffer.from(page, 'latin1'), { status, headers })
}

/** What a page fetches of its data is kept on no shared device either. */
export async function handleDataRequest(
  response: Response,
  { request }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (await isSharedDevice(request)) response.headers.set('Cache-Control', 'private, no-store')
  else if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-cache')
  return response
}

/** The next one who goes back in the browser finds nothing of the one before. */
async function isSharedDevice(request: Request): Promise<boolean> {
  return (await readPointToken(request)) !== null
}

/** A bug: logged with the id that the error page shows. An address or a method that no route has is answered, and is nobody's bug. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error('request.failed', error, { requestId: context.requestId, method: request.method })
}
