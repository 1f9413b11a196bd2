import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { useViewSwitch } from '~/platform/http/use-view'
import { useTranslator } from '~/platform/i18n/use-translator'
import studioCss from '~/styles/studio.css?url'
import { ReadAloud } from '~/ui/read-aloud'
import { StudioFrame } from '~/ui/studio-frame'
import { ViewSwitch } from '~/ui/view-switch'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'account:use')
  return { hasSample: await findSampleData() }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: studioCss }]

/** The makers' room for somebody who has no shop yet. */
export default function JoinLayout() {
  const { hasSample } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const view = useViewSwitch()
  return (
    <StudioFrame
      skip={t('common.skip')}
      sample={hasSample ? t('common.sample') : undefined}
      head={{ kind: 'back', text: t('account.accountTitle'), href: href(paths.account()) }}
      tool={
        <>
          <ViewSwitch {...view} />
          <ReadAloud
            read={t('studio.readAloud')}
            stop={t('studio.readStop')}
            chosen={t('studio.readChosen')}
          />
        </>
      }
    >
      <Outlet />
    </StudioFrame>
  )
}
