import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { getVerifiedPiece } from '~/modules/catalog/get-verified-piece.server'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { paths, VerifyParams } from '~/paths'
import { answer, parseParams } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { NameSeal } from '~/ui/name-seal'
import { Photo } from '~/ui/photo'
import { SpecList } from '~/ui/spec-list'

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { serial } = parseParams(params, VerifyParams)
  const locale = requestLocale(request)
  const t = translator(locale)
  return answer(request, async () => ({
    piece: await getVerifiedPiece(serial, locale),
    head: pageHead(request, {
      title: `${t('shop.verifyTitle', { serial })} · ${t('common.brand')}`,
      description: t('shop.verifyDescription'),
    }),
  }))
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: true })

export default function Verify() {
  const { piece } = useLoaderData<typeof loader>()
  const { t, locale, href } = useTranslator()
  const { seller } = piece
  return (
    <div className="wrap wrap-form till">
      <h1>{t('shop.verifyTitle', { serial: piece.serial })}</h1>
      <p className="lead mb-7">{t('shop.verifyLead')}</p>
      <div className="grid gap-7 md:grid-cols-2">
        <div className="aspect-[4/5] max-w-full">
          <Photo photo={piece.picture} sizes="(min-width: 45em) 40vw, 100vw" eager />
        </div>
        <div>
          <SpecList
            items={[
              { term: t('shop.verifyPiece'), detail: piece.title, lang: piece.titleLang ?? undefined },
              { term: t('shop.specCraft'), detail: piece.craft.name },
              {
                term: t('shop.verifyMaker'),
                detail: seller.isOpen ? (
                  <a className="link" href={href(paths.maker({ slug: seller.slug }))}>
                    {seller.name}
                  </a>
                ) : (
                  seller.name
                ),
              },
              { term: t('shop.verifyPlace'), detail: t('shop.place', { county: seller.county }) },
              {
                term: t('shop.verifyApproved'),
                detail: t('shop.verifyApprovedOn', { day: formatDay(locale, piece.approvedOn, '') }),
              },
            ]}
          />
          <p className="mt-5">
            <NameSeal text={seller.seal} />
          </p>
          <p className="small quiet mt-5">{t('shop.verifyHint')}</p>
          {piece.slug ? (
            <p className="mt-5">
              <ButtonLink href={href(paths.product({ slug: piece.slug }))}>{t('shop.verifySee')}</ButtonLink>
            </p>
          ) : null}
        </div>
      </div>
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
