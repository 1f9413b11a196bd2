import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { changeMark } from '~/modules/favourites/change-mark.server'
import { FollowedMakers } from '~/modules/favourites/components/followed-makers'
import { KeptPieces } from '~/modules/favourites/components/kept-pieces'
import { findFavourites } from '~/modules/favourites/find-favourites.server'
import { MarkForm } from '~/modules/favourites/schema'
import { keepVisitorToken, readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { AskedList } from '~/modules/questions/components/asked-list'
import { findAskedQuestions } from '~/modules/questions/find-questions.server'
import { followAnchor, keepAnchor } from '~/modules/search/components/marks'
import { PageProblem } from '~/modules/search/components/page-problem'
import { paths } from '~/paths'
import { handleForm } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { EmptyState } from '~/ui/empty-state'
import { WholeWords } from '~/ui/whole-words'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const actor = await findActor(request)
  const visitor = await readVisitor(request, actor)
  const locale = requestLocale(request)
  const favourites = await findFavourites({ visitor, locale })
  const asked = await findAskedQuestions({ visitor, locale })
  return json(
    { ...favourites, asked, isSignedIn: actor !== null },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  return handleForm(request, MarkForm, async ({ mark, back }) => {
    const visitor = await readVisitor(request, await findActor(request))
    const token = await changeMark({ visitor, mark })
    const isPiece = mark.intent === 'keep' || mark.intent === 'drop'
    const anchor = isPiece ? keepAnchor(mark.slug) : followAnchor(mark.slug)
    return redirect(`${localPath(requestLocale(request), back)}#${anchor}`, {
      status: 303,
      headers: token === null ? {} : { 'Set-Cookie': await keepVisitorToken(token) },
    })
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('shop.keptTitle')} · ${t('common.brand')}` },
    { name: 'description', content: t('shop.keptDescription') },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function Favourites() {
  const { pieces, makers, newest, asked, isSignedIn } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const text = failure ? (failure.errors.mark ?? failure.formError) : null
  const { t, href } = useTranslator()
  const isEmpty = pieces.length + makers.length + asked.length === 0
  return (
    <>
      <div className="wrap">
        <header className="page-head">
          <h1>
            <WholeWords text={t('shop.keptTitle')} />
          </h1>
          {isSignedIn ? null : (
            <p className="quiet">
              {t('shop.keptOfBrowser') + t('common.gap')}
              <a className="link" href={`${href(paths.signIn())}?returnTo=${paths.favourites()}`}>
                {t('shop.keptSignIn')}
              </a>
            </p>
          )}
        </header>
        {text ? (
          <Banner tone="wrong" role="alert">
            <p>{text}</p>
          </Banner>
        ) : null}
        {isEmpty ? (
          <EmptyState
            title={t('shop.keptEmptyTitle')}
            text={t('shop.keptEmptyText')}
            action={{ text: t('shop.keptEmptyAction'), href: href(paths.search()) }}
          />
        ) : null}
      </div>
      <KeptPieces pieces={pieces} />
      <FollowedMakers makers={makers} newest={newest} />
      <AskedList questions={asked} />
    </>
  )
}

export function ErrorBoundary() {
  return <PageProblem />
}
