import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findProductPage } from '~/modules/catalog/find-product-page.server'
import { findPoster } from '~/modules/posters/find-poster.server'
import { answerInstead } from '~/modules/search/answer-instead.server'
import { MissingPiece } from '~/modules/search/components/missing-piece'
import { PageProblem } from '~/modules/search/components/page-problem'
import { missingMeta } from '~/modules/search/page-meta'
import { ProductParams, paths } from '~/paths'
import { asIs } from '~/platform/http/as-is'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { CopyLine, CopyScript } from '~/ui/copy-line'
import { Crumbs } from '~/ui/crumbs'

/** Where there is nothing to share the piece's own page says what became of it, and of no piece the same as there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug = '' } = params
  if (!ProductParams.safeParse(params).success) return answerInstead({ request, context, slug })
  const locale = requestLocale(request)
  const poster = await findPoster(slug, locale, publicOrigin())
  if (poster) {
    const { title, titleLang, address } = poster
    return asIs({
      page: { slug, title, titleLang, address, picture: paths.poster({ locale, file: `${slug}.jpg` }) },
    })
  }
  if (await findProductPage(slug, locale)) throw redirect(localPath(locale, paths.product({ slug })))
  return answerInstead({ request, context, slug })
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) =>
  data && !data.page
    ? missingMeta(location.pathname, data.instead)
    : privateMeta(location.pathname, (t) => t('share.title'))

export default function Share() {
  const data = useLoaderData<typeof loader>()
  return data.page ? <ShareSheet page={data.page} /> : <MissingPiece instead={data.instead} />
}

type ShareSheetProps = {
  page: { slug: string; title: string; titleLang: 'zh-CN' | null; address: string; picture: string }
}

/** The poster, to be saved, and the address, to be copied. */
function ShareSheet({ page: { slug, title, titleLang, address, picture } }: ShareSheetProps) {
  const { t, href } = useTranslator()
  return (
    <div className="wrap share">
      <Crumbs
        label={t('shop.crumbsLabel')}
        trail={[
          { text: t('common.home'), href: href(paths.home()) },
          { text: title, lang: titleLang, href: href(paths.product({ slug })) },
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
