import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findCraftTemplates } from '~/modules/catalog/find-craft-templates.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { PocketPage } from '~/modules/pocket/components/pocket-page'
import { SharedBand } from '~/modules/points/components/shared-band'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import studioCss from '~/styles/studio.css?url'
import { ReadAloud } from '~/ui/read-aloud'
import { StudioFrame } from '~/ui/studio-frame'

export const handle = { hydrate: true }

/** The same for everybody, so that a phone may keep the page: what is hers lies in the phone and is asked for afterwards. */
export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const [crafts, templates] = await Promise.all([findCrafts(requestLocale(request)), findCraftTemplates()])
  return { crafts: crafts.map(({ code, name }) => ({ code, name })), templates }
}

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: studioCss },
  { rel: 'manifest', href: '/manifest.webmanifest' },
  { rel: 'apple-touch-icon', href: '/icons/studio-192.png' },
]

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('pocket.title'))

export default function Pocket() {
  const { crafts, templates } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <StudioFrame
      skip={t('common.skip')}
      band={<SharedBand />}
      head={{ kind: 'back', text: t('studio.backHome'), href: href(paths.studio()) }}
      tool={
        <ReadAloud read={t('studio.readAloud')} stop={t('studio.readStop')} chosen={t('studio.readChosen')} />
      }
    >
      <PocketPage crafts={crafts} templates={templates} />
    </StudioFrame>
  )
}
