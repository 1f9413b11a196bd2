import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import studioCss from '~/styles/studio.css?url'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { StudioFrame } from '~/ui/studio-frame'

/** What a phone shows instead of a page that needs a network. The same for everybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  return null
}

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: studioCss },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icons/studio-192.png' },
]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('pocket.offlineTitle'))

export default function Offline() {
  const { t, href } = useTranslator()
  return (
    <StudioFrame
      skip={t('common.skip')}
      head={{ kind: 'back', text: t('studio.backHome'), href: href(paths.studio()) }}
    >
      <EmptyState
        headingLevel={1}
        title={t('pocket.offlineTitle')}
        text={t('pocket.offlineText')}
        action={{ href: href(paths.studioPocket()), text: t('pocket.offlineWrite') }}
      />
      <p className="py-5 text-center">
        <ButtonLink kind="text" href="">
          {t('pocket.offlineAgain')}
        </ButtonLink>
      </p>
    </StudioFrame>
  )
}
