import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { HomePage } from '~/modules/home/components/home-page'
import { findHomePage } from '~/modules/home/find-home-page.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { houseData } from '~/modules/search/place-data'
import { findContact } from '~/modules/settings/find-contact.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  const [page, contact] = await Promise.all([findHomePage(locale), findContact()])
  return {
    page,
    data: [
      houseData({
        name: t('common.brand'),
        description: t('shop.homeDescription'),
        origin: publicOrigin(),
        contact,
      }),
    ],
    head: pageHead(request, {
      title: t('shop.homeTitle'),
      description: t('shop.homeDescription'),
      ...(page.opening ? { picture: page.opening.picture } : {}),
    }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { data: data?.data })

export default function Home() {
  return <HomePage page={useLoaderData<typeof loader>().page} />
}

export function ErrorBoundary() {
  return <PageProblem />
}
