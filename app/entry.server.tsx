import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { NonceContext } from '~/platform/http/nonce-context'
import { log } from '~/platform/log.server'

export { forgetLicences } from '~/modules/settings/find-licences.server'
export { startJobs } from './jobs.server'

/**
 * No page defers: the whole document is rendered at once, and an error becomes a 500 before a byte is sent. An action's Retry-After stands on
 * the page that shows its refusal as well.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
) {
  const html = renderToString(
    <NonceContext.Provider value={loadContext.nonce}>
      <RemixServer context={context} url={request.url} />
    </NonceContext.Provider>,
  )
  for (const answer of Object.values(context.staticHandlerContext.actionHeaders)) {
    const retryAfter = answer.get('Retry-After')
    if (retryAfter !== null) headers.set('Retry-After', retryAfter)
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** A bug: logged with the id that the error page shows. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  log.error('request.failed', error, { requestId: context.requestId, method: request.method })
}
