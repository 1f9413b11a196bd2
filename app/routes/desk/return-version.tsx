import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { VersionTable } from '~/modules/returns/components/version-table'
import { getReturnVersion } from '~/modules/returns/get-return-version.server'
import { paths, ReturnVersionParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { formatMonth } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  const { month, place, version } = parseParams(params, ReturnVersionParams)
  return answer(request, () =>
    getReturnVersion({ actor, month: `${month}-01`, code: place, version, locale: requestLocale(request) }),
  )
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('returns.title'))

export default function DeskReturnVersion() {
  const page = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('returns.one', { place: page.name, month: formatMonth(locale, page.month) })}</h1>
        <p>
          {t('returns.versionMark', { version: page.version })} · {t('returns.replaced')}
        </p>
        <p className="no-print">
          <a
            className="link"
            href={href(paths.deskReturn({ month: page.month.slice(0, 7), place: page.code }))}
          >
            {t('returns.toNewest')}
          </a>
        </p>
      </header>
      <p>
        {t('returns.nextVersion', { version: page.version + 1 })}
        {page.nextReason === null ? null : t('returns.because', { reason: page.nextReason })}
      </p>
      <div className="no-print">
        <VersionTable page={page} />
      </div>
      <p className="paper-only">{t('returns.printNewest')}</p>
    </>
  )
}
