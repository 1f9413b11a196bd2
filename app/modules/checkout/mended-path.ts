import { z } from 'zod'
import { paths } from '~/paths'
import { type Locale, localPath } from '~/platform/i18n/locale'

/** The checkout after a change that was not asked about its fields: it says what the total was on the page from which the form came. */
export function mendedPath(locale: Locale, sent: FormData): string {
  const was = Was.safeParse(sent.get('seenTotalFen'))
  const said = was.success ? `&was=${was.data}` : ''
  return `${localPath(locale, paths.checkout())}?mended${said}`
}

const Was = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number)

/** What `mendedPath` said: the total before, in fen; null for anything else. */
export function readTotalBefore(request: Request): number | null {
  return Was.nullable().catch(null).parse(new URL(request.url).searchParams.get('was'))
}
