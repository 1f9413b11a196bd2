import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findPoster } from '~/modules/posters/find-poster.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { ProductParams, paths } from '~/paths'
import { notFound } from '~/platform/errors'
import { answer, parseParams } from '~/platform/form.server'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { CopyLine, CopyScript } from '~/ui/copy-line'
import { Crumbs } from '~/ui/crumbs'

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, ProductParams)
  return answer(request, async () => {
    const locale = requestLocale(request)
    const poster = await findPoster(slug, locale, publicOrigin())
    if (!poster) throw notFound()
    const { title, address } = poster
    return { slug, title, address, picture: paths.poster({ locale, file: `${slug}.jpg` }) }
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('share.title'))

export default function Share() {
  const { slug, title, address, picture } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap share">
      <Crumbs
        label={t('shop.crumbsLabel')}
        trail={[
          { text: t('common.home'), href: href(paths.home()) },
          { text: title, href: href(paths.product({ slug })) },
        ]}
        here={t('share.title')}
      />
      <div className="share-sheet">
        <img src={picture} width={1080} height={1620} alt={t('share.poster', { title })} />
        <div>
          <h1>{t('share.title')}</h1>
          <p className="lead py-4">{t('share.lead')}</p>
          <div className="acts max-w-[24rem]">
            <ButtonLink kind="seal" href={picture} download={`${slug}.jpg`}>
              {t('share.save')}
            </ButtonLink>
          </div>
          <p className="quiet pt-6">{t('share.address')}</p>
          <p>
            <CopyLine id="address" text={address} act={t('share.copy')} copied={t('share.copied')} breaks />
          </p>
          <p className="pt-6">
            <a className="link link-line" href={href(paths.product({ slug }))}>
              {t('share.back')}
            </a>
          </p>
        </div>
      </div>
      <CopyScript />
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
