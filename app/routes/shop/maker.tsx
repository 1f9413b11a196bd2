import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { answerLikely } from '~/modules/search/answer-likely.server'
import { ListPager } from '~/modules/search/components/list-pager'
import { PageProblem } from '~/modules/search/components/page-problem'
import { fourBeside, Vitrine } from '~/modules/search/components/vitrine'
import { findShopPieces } from '~/modules/search/find-seller-pieces.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { readTurnOf } from '~/modules/search/product-query'
import { turnAddresses } from '~/modules/search/turned-page'
import { MakerCapacity } from '~/modules/sellers/components/maker-capacity'
import { MakerSay } from '~/modules/sellers/components/maker-say'
import { MakerSteps } from '~/modules/sellers/components/maker-steps'
import { getMakerPage } from '~/modules/sellers/get-maker-page.server'
import { craftsText } from '~/modules/sellers/list-crafts'
import { MakerParams, paths } from '~/paths'
import { parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { NameSeal } from '~/ui/name-seal'
import { Photo } from '~/ui/photo'
import { RailSection } from '~/ui/rail-section'

/** where a page of her pieces begins */
const piecesId = 'pieces'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { slug } = parseParams(params, MakerParams)
  const locale = requestLocale(request)
  const t = translator(locale)
  const turn = readTurnOf(request)
  if (turn) await limitSearches(request, context)
  return answerLikely({ request, context, words: slug }, async () => {
    const [maker, { pieces, ...turned }] = await Promise.all([
      getMakerPage(slug, locale),
      findShopPieces({ sellerSlug: slug, locale, turn }),
    ])
    if (maker.kind === 'base') throw redirect(localPath(locale, paths.base({ slug })), 301)
    const crafts = craftsText(
      maker.crafts.map((craft) => craft.name),
      locale,
    )
    return {
      maker,
      pieces,
      pager: turnAddresses(turned, (to) => localPath(locale, `${paths.maker({ slug }, to)}#${piecesId}`)),
      slug,
      isStart: turn === null,
      head: pageHead(request, {
        title: t('shop.makerTitle', { name: maker.name }),
        description: t('shop.makerDescription', { name: maker.name, county: maker.county, crafts }),
        ...(maker.portrait ? { picture: maker.portrait } : {}),
      }),
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data ? !data.isStart : false })

export default function Maker() {
  const { maker, pieces, pager, slug } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const piecesTitle = t(maker.isOpen ? 'shop.piecesTitle' : 'shop.piecesResting')
  return (
    <>
      <section className="wrap maker">
        <div className="maker-picture">
          {maker.portrait ? (
            <Photo photo={maker.portrait} sizes="(min-width: 45em) 42vw, 70vw" eager />
          ) : null}
        </div>
        <div className="maker-name">
          <h1 className={[...maker.name].length > 5 ? 'maker-long' : undefined}>{maker.name}</h1>
          <NameSeal text={maker.seal} size="large" />
        </div>
        <MakerSay maker={maker} />
      </section>
      <MakerSteps steps={maker.steps} />
      <MakerCapacity weeks={maker.weeks} />
      {pieces.length > 0 ? (
        <RailSection id={piecesId} title={piecesTitle}>
          <Vitrine pieces={pieces} look={() => ({ sizes: fourBeside, isResting: !maker.isOpen })} />
          <ListPager {...pager} label={piecesTitle} />
        </RailSection>
      ) : null}
      <p className="wrap small pt-6">
        <a className="link" href={href(paths.report({ maker: slug }))} rel="nofollow">
          {t('reports.link')}
        </a>
      </p>
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
