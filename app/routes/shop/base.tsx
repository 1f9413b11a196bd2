import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { BaseFacts } from '~/modules/bases/components/base-facts'
import { findBase } from '~/modules/bases/find-base.server'
import { answerLikely } from '~/modules/search/answer-likely.server'
import { ListPager } from '~/modules/search/components/list-pager'
import { PageProblem } from '~/modules/search/components/page-problem'
import { fourBeside, Vitrine } from '~/modules/search/components/vitrine'
import { findSellerPieces } from '~/modules/search/find-seller-pieces.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { readTurnOf } from '~/modules/search/product-query'
import { turnAddresses } from '~/modules/search/turned-page'
import { MakerCapacity } from '~/modules/sellers/components/maker-capacity'
import { MakerCell } from '~/modules/sellers/components/maker-cell'
import { MakerSay } from '~/modules/sellers/components/maker-say'
import { MakerSteps } from '~/modules/sellers/components/maker-steps'
import { findMakers } from '~/modules/sellers/find-makers.server'
import { getMakerPage } from '~/modules/sellers/get-maker-page.server'
import { BaseParams, paths } from '~/paths'
import { notFound } from '~/platform/errors'
import { parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { NameSeal } from '~/ui/name-seal'
import { Photo } from '~/ui/photo'
import { RailSection } from '~/ui/rail-section'

const mostPieces = 24

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, BaseParams)
  const turn = readTurnOf(request)
  const locale = requestLocale(request)
  const t = translator(locale)
  return answerLikely({ request, context, words: slug }, async () => {
    const shop = await getMakerPage(slug, locale)
    if (shop.kind !== 'base') throw notFound()
    const [base, members, pieces] = await Promise.all([
      findBase(slug, locale),
      findMakers({ craft: null, turn, base: slug }, locale),
      findSellerPieces({ sellerSlug: slug, locale, alsoResting: true, take: mostPieces }),
    ])
    return {
      shop,
      base,
      members: members.makers,
      pager: turnAddresses(members, (turned) => localPath(locale, paths.base({ slug }, turned))),
      pieces,
      isStart: turn === null,
      head: pageHead(request, {
        title: `${t('base.title', { name: shop.name })} · ${t('common.brand')}`,
        description: t('base.description', {
          name: shop.name,
          county: shop.county,
          count: base?.memberCount ?? 0,
        }),
        ...(shop.portrait ? { picture: shop.portrait } : {}),
      }),
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data ? !data.isStart : false })

export default function Base() {
  const { shop, base, members, pager, pieces } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  return (
    <>
      <section className="wrap maker">
        <div className="maker-picture">
          {shop.portrait ? <Photo photo={shop.portrait} sizes="(min-width: 45em) 42vw, 70vw" eager /> : null}
        </div>
        <div className="maker-name">
          <h1 className={[...shop.name].length > 5 ? 'maker-long' : undefined}>{shop.name}</h1>
          <NameSeal text={shop.seal} size="large" />
        </div>
        <MakerSay maker={shop} />
      </section>
      {base ? <BaseFacts base={base} /> : null}
      <RailSection title={t('base.members')}>
        <p className="quiet pb-4">
          {base?.memberCount ? t('base.membersLead', { count: base.memberCount }) : t('base.nobody')}
        </p>
        <div className="vitrine vitrine-four">
          {members.map((maker) => (
            <MakerCell key={maker.slug} maker={maker} isFirst={false} />
          ))}
        </div>
        <ListPager {...pager} label={t('base.members')} />
      </RailSection>
      <MakerSteps steps={shop.steps} />
      <MakerCapacity weeks={shop.weeks} />
      {pieces.length > 0 ? (
        <RailSection title={t(shop.isOpen ? 'base.own' : 'shop.piecesResting')}>
          <Vitrine pieces={pieces} look={() => ({ sizes: fourBeside, isResting: !shop.isOpen })} />
        </RailSection>
      ) : null}
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
