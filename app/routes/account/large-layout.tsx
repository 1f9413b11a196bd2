import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useMatches } from '@remix-run/react'
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
export default function LargeLayout() {
  const { hasSample } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const here = withoutLocale(useLocation().pathname)
  const isMaker = useMatches().some(({ data }) => isMakersSide(data))
  const [text, to] =
    here === paths.accountCard()
      ? (['card.title', paths.accountMoney()] as const)
      : here.startsWith(`${paths.accountActing()}/`)
        ? isMaker
          ? (['mandate.helpersTitle', paths.studioHelpers()] as const)
          : (['mandate.title', paths.accountActing()] as const)
        : (['account.accountTitle', paths.account()] as const)
  return (
    <StudioFrame
      skip={t('common.skip')}
      sample={hasSample ? t('common.sample') : undefined}
      head={{ kind: 'back', text: t(text), href: href(to) }}
    >
      <Outlet />
    </StudioFrame>
  )
}

/** Whether a loader says that it shows a mandate to its maker. */
function isMakersSide(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'isAgent' in data && data.isAgent === false
}
