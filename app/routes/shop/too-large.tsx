import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { attachmentLimit, bodyKind, largestBody, resultFileLimit, voiceLimit } from '~/body-limits'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { pictureLimits } from '~/modules/media/picture-limits'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { withoutLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopStyles from '~/styles/shop.css?url'
import { EmptyState } from '~/ui/empty-state'
import { QuietFrame } from '~/ui/quiet-frame'

/** The page from which it was sent, as an address of this site and nothing else. */
const Query = z.object({
  from: z
    .string()
    .regex(/^\/(?!\/)[\w/-]*$/)
    .catch('/'),
})

/** Shown by the front door in place of an answer to a body that it does not read. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const from = withoutLocale(parseSearch(request, Query).from)
  return json({ from, kind: bodyKind(from) }, { status: 413, headers: { 'Cache-Control': 'no-store' } })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopStyles }]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('errors.tooLargeTitle'))

export default function TooLarge() {
  const { from, kind } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const megabyte = 1024 * 1024
  const texts = {
    photos: t('errors.tooLargePhotos', {
      all: largestBody.photos / megabyte,
      each: pictureLimits.maxBytes / megabyte,
    }),
    voice: t('voice.tooLarge', { most: voiceLimit / megabyte }),
    message: t('messages.tooLarge', { all: largestBody.message / megabyte }),
    result: t('errors.tooLargeResult', { limit: resultFileLimit / 1_000_000 }),
    piece: t('errors.tooLargeForm', { limit: largestBody.piece / 1024 }),
    register: t('register.fileTooLarge'),
    table: t('pieces.fileTooLarge'),
    evidence: t('attachment.tooLarge', { limit: attachmentLimit / megabyte }),
    form: t('errors.tooLargeForm', { limit: largestBody.form / 1024 }),
  }
  return (
    <QuietFrame skip={t('common.skip')} name={t('common.brand')} home={href(paths.home())}>
      <div className="wrap py-11">
        <EmptyState
          headingLevel={1}
          title={t('errors.tooLargeTitle')}
          text={texts[kind]}
          action={{ href: href(from), text: t('errors.tooLargeBack') }}
        />
      </div>
    </QuietFrame>
  )
}
