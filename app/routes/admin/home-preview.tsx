import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { HomePage } from '~/modules/home/components/home-page'
import { findHomePage } from '~/modules/home/find-home-page.server'
import { minuteText, PreviewSearch } from '~/modules/home/schema'
import { PageProblem } from '~/modules/search/components/page-problem'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'home:edit')
  const { at } = parseSearch(request, PreviewSearch)
  return { at: at && minuteText(at), page: await findHomePage(requestLocale(request), { at }) }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('home.preview'))

export default function AdminHomePreview() {
  const { at, page } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <div className="wrap pt-4">
        <Banner tone="wait">
          <p>
            {t('home.previewText')}{' '}
            <a className="link" href={href(paths.adminHome())}>
              {t('home.previewBack')}
            </a>
          </p>
          <form method="get" className="pt-3">
            <Field
              id="at"
              name="at"
              type="datetime-local"
              label={t('home.previewAt')}
              defaultValue={at ?? ''}
              figures
            />
            <Button kind="line">{t('home.previewShow')}</Button>
          </form>
        </Banner>
      </div>
      <HomePage page={page} />
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
