import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { getCraft } from '~/modules/catalog/get-craft.server'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { answerLikely } from '~/modules/search/answer-likely.server'
import { Browse } from '~/modules/search/components/browse'
import { PageProblem } from '~/modules/search/components/page-problem'
import { findListing } from '~/modules/search/find-listing.server'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { breadcrumbData } from '~/modules/search/place-data'
import { nothingChosen, writeProductQuery } from '~/modules/search/product-query'
import { readListQuery } from '~/modules/search/read-list-query.server'
import { CraftParams, paths } from '~/paths'
import { parseParams } from '~/platform/form.server'
import { asIs } from '~/platform/http/as-is'
import { publicOrigin } from '~/platform/http/public-origin.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'
import { Photo } from '~/ui/photo'
import { WholeWords } from '~/ui/whole-words'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { craft: code } = parseParams(params, CraftParams)
  await limitSearches(request, context)
  const locale = requestLocale(request)
  const asked = await readListQuery(new URL(request.url))
  const query = { ...asked, chosen: { ...asked.chosen, craft: nothingChosen.craft } }
  return answerLikely({ request, context, words: code }, async () => {
    const [craft, list] = await Promise.all([
      getCraft(code, locale),
      findListing(query, { locale, withinCraft: code }),
    ])
    const head = pageHead(request, {
      title: translator(locale)('shop.craftTitle', { craft: craft.name }),
      description: craft.sentence,
      picture: craft.picture,
      craft: code,
    })
    const t = translator(locale)
    const place = (path: string) => publicOrigin() + localPath(locale, path)
    const data = [
      breadcrumbData([
        { name: t('common.home'), address: place(paths.home()) },
        { name: t('shop.navCrafts'), address: place(paths.search()) },
        { name: craft.name, address: head.canonical },
      ]),
    ]
    return asIs({ list, craft, isHidden: writeProductQuery(query, query) !== '', head, data })
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data?.isHidden, data: data?.data })

export default function Craft() {
  const { craft, list } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <Crumbs
        label={t('shop.crumbsLabel')}
        trail={[
          { text: t('common.home'), href: href(paths.home()) },
          { text: t('shop.navCrafts'), href: href(paths.search()) },
        ]}
        here={craft.name}
      />
      <header className="craft-head md:grid-cols-[minmax(12.5rem,max-content)_minmax(0,1fr)] lg:grid-cols-[minmax(14.5rem,max-content)_minmax(0,1fr)]">
        <div className="craft-band">
          <Photo photo={craft.picture} sizes="(min-width: 45em) 100vw, 88vw" alt="" eager />
        </div>
        <h1>
          <WholeWords text={craft.name} />
        </h1>
        <p>{craft.sentence}</p>
      </header>
      <Browse list={list} path={href(paths.craft({ craft: craft.code }))} isBelowPicture />
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
