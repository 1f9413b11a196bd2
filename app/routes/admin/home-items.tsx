import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HomeItems } from '~/modules/home/components/home-items'
import { findHomeItems } from '~/modules/home/find-home-items.server'
import { kindTitle } from '~/modules/home/home-words'
import { homeKinds } from '~/modules/home/schema'
import { paths } from '~/paths'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'home:edit')
  return { rows: await findHomeItems(requestLocale(request)) }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('home.title'))

export default function AdminHomeItems() {
  const { rows } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('home.title')}</h1>
        <p>{t('home.lead')}</p>
      </header>
      <p>
        <a className="link" href={href(paths.adminHomePreview())}>
          {t('home.preview')}
        </a>
      </p>
      {homeKinds.map((kind) => {
        const own = rows.filter((row) => row.kind === kind)
        return (
          <section key={kind} className="desk-section">
            <h2>{t(kindTitle[kind])}</h2>
            {own.length > 0 ? (
              <HomeItems caption={t(kindTitle[kind])} rows={own} />
            ) : (
              <p className="quiet">{t(kind === 'maker' ? 'home.noMaker' : 'home.none')}</p>
            )}
            <p>
              <a className="link" href={href(paths.adminHomeNew({ kind }))}>
                {t(`home.add_${kind}`)}
              </a>
            </p>
          </section>
        )
      })}
    </>
  )
}
