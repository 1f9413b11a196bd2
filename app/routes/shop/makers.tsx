import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { findBases } from '~/modules/bases/find-bases.server'
import { findCrafts } from '~/modules/catalog/find-crafts.server'
import { limitSearches } from '~/modules/limits/limit-request.server'
import { ListPager } from '~/modules/search/components/list-pager'
import { PageProblem } from '~/modules/search/components/page-problem'
import { pageHead } from '~/modules/search/page-head.server'
import { pageMeta } from '~/modules/search/page-meta'
import { readTurnOf } from '~/modules/search/product-query'
import { turnAddresses } from '~/modules/search/turned-page'
import { MakerCell } from '~/modules/sellers/components/maker-cell'
import { findMakers } from '~/modules/sellers/find-makers.server'
import { paths } from '~/paths'
import { parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Crumbs } from '~/ui/crumbs'
import { EmptyState } from '~/ui/empty-state'

const MakersSearch = z.object({
  craft: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable()
    .catch(null)
    .default(null),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowAnyone(request)
  await limitSearches(request, context)
  const locale = requestLocale(request)
  const t = translator(locale)
  const { craft } = parseSearch(request, MakersSearch)
  const turn = readTurnOf(request)
  const ofCraft: Record<string, string> = craft === null ? {} : { craft }
  const [found, crafts, bases] = await Promise.all([
    findMakers({ craft, turn }, locale),
    findCrafts(locale),
    findBases(locale),
  ])
  return {
    makers: found.makers,
    pager: turnAddresses(found, (turned) => localPath(locale, paths.makers({ ...ofCraft, ...turned }))),
    bases,
    craft,
    crafts: crafts.filter(({ count }) => count > 0).map(({ code, name }) => ({ code, name })),
    head: pageHead(request, {
      title: `${t('shop.makersTitle')} · ${t('common.brand')}`,
      description: t('shop.makersDescription'),
    }),
    isHidden: craft !== null || turn !== null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageMeta(data?.head, page, { isHidden: data?.isHidden })

export default function Makers() {
  const { makers, pager, craft, crafts, bases } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  const path = href(paths.makers())
  return (
    <div className="wrap">
      <Crumbs
        label={t('shop.crumbsLabel')}
        trail={[{ text: t('common.home'), href: href(paths.home()) }]}
        here={t('shop.makersTitle')}
      />
      <header className="page-head">
        <h1>{t('shop.makersTitle')}</h1>
        <p className="lead">{t('shop.makersLead')}</p>
        <p className="pt-3">
          {t('joining.entryLine') + t('common.gap')}
          <a className="link nowrap" href={href(paths.studioJoin())}>
            {t('joining.entryTitle')}
          </a>
        </p>
        {bases.length > 0 ? (
          <p className="pt-3">
            {t('base.all')}
            {bases.map(({ slug, name }) => (
              <span key={slug}>
                {'\u00a0· '}
                <a className="link nowrap" href={href(paths.base({ slug }))}>
                  {name}
                </a>
              </span>
            ))}
          </p>
        ) : null}
      </header>
      <nav className="browse-bar" aria-label={t('shop.makersOfCraft')}>
        <p className="sort">
          <a href={path} aria-current={craft === null ? 'true' : undefined}>
            {t('shop.makersAll')}
          </a>
          {crafts.map(({ code, name }) => (
            <a
              key={code}
              href={`${path}?${new URLSearchParams({ craft: code })}`}
              aria-current={craft === code ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </p>
      </nav>
      {makers.length === 0 ? (
        <div className="mt-9">
          <EmptyState title={t('shop.makersEmpty')} action={{ text: t('shop.makersAll'), href: path }} />
        </div>
      ) : (
        <div className="vitrine vitrine-four">
          {makers.map((maker, index) => (
            <MakerCell key={maker.slug} maker={maker} isFirst={index < 2} />
          ))}
        </div>
      )}
      <ListPager {...pager} />
    </div>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
