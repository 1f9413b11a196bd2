import { isRouteErrorResponse } from '@remix-run/react'

/** The sentence that a thrown response carries for the reader (`json({ message })`); null when it carries none. */
export function saidBy(error: unknown): string | null {
  if (!isRouteErrorResponse(error)) return null
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string'
    ? data.message
    : null
}
