import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { BaseFacts } from '~/modules/bases/components/base-facts'
import { findBase } from '~/modules/bases/find-base.server'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { answerLikely } from '~/modules/search/answer-likely.server'
import { ListPager } from '~/modules/search/components/list-pager'
import { PageProblem } from '~/modules/search/components/page-problem'
import { fourBeside, Vitrine } from '~/modules/search/components/vitrine'
import { findShopPieces } from '~/modules/search/find-seller-pieces.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { readTurnOf, writeTurn } from '~/modules/search/product-query'
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

/** where a page of its makers or of its pieces begins */
const ids = { members: 'makers', pieces: 'pieces' } as const

/** its pieces are turned by names of their own */
const ofPieces = 'pieces-'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, BaseParams)
  const [turn, piecesTurn] = [readTurnOf(request), readTurnOf(request, ofPieces)]
  const isStart = turn === null && piecesTurn === null
  const locale = requestLocale(request)
  const t = translator(locale)
  if (!isStart) await limitSearches(request, context)
  // whoever turns one list leaves the other where it is
  const addressOf = (id: string, kept: Record<string, string>) => (to: Record<string, string>) =>
    localPath(locale, `${paths.base({ slug }, { ...kept, ...to })}#${id}`)
  return answerLikely({ request, context, words: slug }, async () => {
    const shop = await getMakerPage(slug, locale)
    if (shop.kind !== 'base') throw notFound()
    const [base, { makers, ...turned }, { pieces, ...turnedPieces }] = await Promise.all([
      findBase(slug, locale),
      findMakers({ craft: null, turn, base: slug }, locale),
      findShopPieces({ sellerSlug: slug, locale, turn: piecesTurn }),
    ])
    return {
      shop,
      base,
      members: makers,
      pager: turnAddresses(turned, addressOf(ids.members, writeTurn(piecesTurn, ofPieces))),
      pieces,
      piecesPager: turnAddresses(turnedPieces, addressOf(ids.pieces, writeTurn(turn)), ofPieces),
      isStart,
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
  const { shop, base, members, pager, pieces, piecesPager } = useLoaderData<typeof loader>()
  const { t } = useTranslator()
  const piecesTitle = t(shop.isOpen ? 'base.own' : 'shop.piecesResting')
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
      <RailSection id={ids.members} title={t('base.members')}>
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
        <RailSection id={ids.pieces} title={piecesTitle}>
          <Vitrine pieces={pieces} look={() => ({ sizes: fourBeside, isResting: !shop.isOpen })} />
          <ListPager {...piecesPager} label={piecesTitle} />
        </RailSection>
      ) : null}
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
