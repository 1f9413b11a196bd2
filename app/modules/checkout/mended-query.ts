import { z } from 'zod'

/** The query of the checkout after a change that was not asked about its fields: it says what the total was on the page from which the form came. */
export function mendedQuery(sent: FormData): string {
  const was = Was.safeParse(sent.get('seenTotalFen'))
  return was.success ? `mended&was=${was.data}` : 'mended'
}

const Was = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number)

/** What `mendedQuery` said: the total before, in fen; null for anything else. */
export function readTotalBefore(request: Request): number | null {
  return Was.nullable().catch(null).parse(new URL(request.url).searchParams.get('was'))
}
