import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { withoutLocale } from '~/platform/i18n/locale'
import { useTranslator } from '~/platform/i18n/use-translator'
import studioCss from '~/styles/studio.css?url'
import { StudioFrame } from '~/ui/studio-frame'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'account:use')
  return { hasSample: await findSampleData() }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: studioCss }]

/** The same quiet room as the makers': large type, one thing at a time. */
export default function MoneyLayout() {
  const { hasSample } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const isCard = withoutLocale(useLocation().pathname) === paths.accountCard()
  const head = isCard
    ? { text: t('card.title'), href: href(paths.accountMoney()) }
    : { text: t('account.accountTitle'), href: href(paths.account()) }
  return (
    <StudioFrame
      skip={t('common.skip')}
      sample={hasSample ? t('common.sample') : undefined}
      head={{ kind: 'back', ...head }}
    >
      <Outlet />
    </StudioFrame>
  )
}
