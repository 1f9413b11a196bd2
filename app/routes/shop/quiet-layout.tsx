import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findMovedDay } from '~/modules/clock/find-moved-day.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { formatDay } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopStyles from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'
import { QuietFrame } from '~/ui/quiet-frame'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopStyles }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const [isSample, movedTo] = await Promise.all([findSampleData(), findMovedDay()])
  // what is ordered lies in no basket any more
  return { isSample, movedTo, isOrdered: params.number !== undefined }
}

/** The checkout's frame: nothing to wander off to. */
export default function QuietLayout() {
  const { isSample, movedTo, isOrdered } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <QuietFrame
      skip={t('common.skip')}
      sample={isSample ? t('common.sample') : undefined}
      name={t('common.brand')}
      home={href(paths.home())}
      help={
        isOrdered
          ? { text: t('shop.backToShop'), href: href(paths.home()), icon: 'back' }
          : { text: t('shop.backToBasket'), href: href(paths.cart()), icon: 'back' }
      }
      notice={
        movedTo ? (
          <Banner tone="info" icon="clock">
            {t('common.clockMoved', { day: formatDay(locale, movedTo) })}
          </Banner>
        ) : undefined
      }
    >
      <Outlet />
    </QuietFrame>
  )
}
