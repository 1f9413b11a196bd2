import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { ShownTexts } from '~/modules/translations/components/shown-texts'
import { TranslationFilter, TranslationTable } from '~/modules/translations/components/translation-queue'
import { findShown } from '~/modules/translations/find-shown.server'
import { findTranslations } from '~/modules/translations/find-translations.server'
import { QueueSearch } from '~/modules/translations/schema'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'text:translate')
  const locale = requestLocale(request)
  const query = parseSearch(request, QueueSearch)
  const [queue, crafts, shown] = await Promise.all([
    findTranslations({ actor, locale }, query),
    findCrafts(locale),
    findShown({ actor, find: query.find }),
  ])
  return { query, queue, shown, crafts: crafts.map(({ code, name }) => ({ code, name })) }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('translation.title'))

export default function AdminTranslations() {
  const { query, queue, crafts, shown } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const next = {
    ...(query.state ? { state: query.state } : {}),
    ...(query.craft ? { craft: query.craft } : {}),
    ...(query.whose ? { whose: query.whose } : {}),
    page: String(query.page + 1),
  }
  return (
    <>
      <header className="desk-head">
        <h1>{t('translation.title')}</h1>
        <p>{t('translation.lead')}</p>
      </header>
      {query.said ? (
        <Banner tone="done" role="status">
          {t(`translation.said_${query.said}`)}
        </Banner>
      ) : null}
      <TranslationFilter query={query} counts={queue.counts} crafts={crafts} />
      {queue.rows.length > 0 ? (
        <TranslationTable rows={queue.rows} />
      ) : (
        <p className="quiet">{t('translation.nothing')}</p>
      )}
      {queue.hasMore ? (
        <p>
          <a className="link" href={href(paths.adminTranslations(next))}>
            {t('translation.next')}
          </a>
        </p>
      ) : null}
      <ShownTexts find={query.find} rows={shown} />
    </>
  )
}
