import { Readable } from 'node:stream'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findFeedItems } from '~/modules/feed/find-feed-items.server'
import { feedTypes, writeFeed } from '~/modules/feed/write-feed'
import { FeedParams, paths } from '~/paths'
import { parseParams } from '~/platform/form.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

/** What is on sale, for price comparison sites and merchant centres; in one language and form. Each has an address of its own: any other below /feeds is a page that is not there. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { file } = parseParams({ file: new URL(request.url).pathname.split('/').at(-1) }, FeedParams)
  const locale = file.startsWith('en.') ? 'en' : 'zh-CN'
  const form = file.endsWith('.tsv') ? 'tsv' : 'xml'
  const t = translator(locale)
  const shop = {
    title: t('common.brand'),
    address: publicOrigin() + localPath(locale, paths.home()),
    description: t('shop.homeDescription'),
  }
  const text = writeFeed(form, shop, findFeedItems(locale, publicOrigin()))
  return new Response(createReadableStreamFromReadable(Readable.from(text)), {
    headers: { 'Content-Type': feedTypes[form], 'Cache-Control': 'public, max-age=3600' },
  })
}
