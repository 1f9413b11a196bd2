import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { readDestination } from '~/modules/abroad/destination-choice.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { ProofOfForm } from '~/modules/factors/components/proof-page'
import { proofWanted } from '~/modules/factors/proof-wanted'
import { readCurrency } from '~/modules/rates/currency-cookie.server'
import { findRate } from '~/modules/rates/find-rate.server'
import { paths } from '~/paths'
import { asIs } from '~/platform/http/as-is'
import { KeptMarkupContext } from '~/platform/http/kept-markup'
import { NonceContext } from '~/platform/http/nonce-context'
import { problemTitle } from '~/platform/http/problem-title'
import { saidBy } from '~/platform/http/said-by'
import { useIsLarge } from '~/platform/http/use-view'
import { readView } from '~/platform/http/view-cookie.server'
import { localeOf, requestLocale } from '~/platform/i18n/locale'
import { type Translate, translator } from '~/platform/i18n/translate'
import { LanguageContext, useTranslator } from '~/platform/i18n/use-translator'
import { EmptyState } from '~/ui/empty-state'
import { QuietFrame } from '~/ui/quiet-frame'
import shopCss from './styles/shop.css?url'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const currency = requestLocale(request) === 'en' ? readCurrency(request, readDestination(request)) : null
  return asIs({ view: readView(request), rate: currency && (await findRate(currency)) })
}

/** The house's name alone only where a page names nothing itself; a page that cannot be shown is named by what it says. */
export const meta: MetaFunction = ({ location: { pathname }, error }) => [
  { title: error ? problemTitle({ error, pathname }) : translator(localeOf(pathname))('common.brand') },
]

export default function Root() {
  return (
    <InItsLanguage>
      <Page>
        <Outlet />
      </Page>
    </InItsLanguage>
  )
}

export function ErrorBoundary() {
  return (
    <InItsLanguage>
      <Problem />
    </InItsLanguage>
  )
}

function InItsLanguage({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return <LanguageContext.Provider value={localeOf(pathname)}>{children}</LanguageContext.Provider>
}

/** What stands in place of a page that cannot be shown. */
function Problem() {
  const error = useRouteError()
  const { t, href } = useTranslator()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const title = errorText(t, error)
  const isForbidden = title === t('errors.forbidden')
  const hint = status === 404 ? 'errors.notFoundHint' : isForbidden ? 'errors.forbiddenHint' : undefined
  const wanted = proofWanted(error)
  if (wanted)
    return (
      <Page stylesheet={shopCss}>
        <QuietFrame skip={t('common.skip')} name={t('common.brand')} home={href(paths.desk())}>
          <div className="wrap wrap-form py-11">
            <ProofOfForm wanted={wanted} />
          </div>
        </QuietFrame>
      </Page>
    )
  return (
    <Page stylesheet={shopCss}>
      <QuietFrame skip={t('common.skip')} name={t('common.brand')} home={href(paths.home())}>
        <div className="wrap wrap-form py-11">
          <EmptyState
            headingLevel={1}
            title={title}
            text={hint && t(hint)}
            action={
              isForbidden
                ? { href: href(paths.account()), text: t('account.accountTitle') }
                : { href: href(paths.home()), text: t('common.home') }
            }
          />
        </div>
      </QuietFrame>
    </Page>
  )
}

/** What an error says to the reader: its own sentence, or one for its status. */
function errorText(t: Translate, error: unknown): string {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const fallback =
    status === 404 ? 'errors.notFound' : status === 403 ? 'errors.forbidden' : 'errors.unexpected'
  return saidBy(error) ?? t(fallback)
}

function Page({ children, stylesheet }: { children: ReactNode; stylesheet?: string }) {
  const nonce = useContext(NonceContext)
  const { locale } = useTranslator()
  const hydrates = useMatches().some(({ handle, data }) => isHydrated(handle) || isHydrated(data))
  return (
    <html lang={locale} className={useIsLarge() ? 'view-large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        {stylesheet ? <link rel="stylesheet" href={stylesheet} /> : null}
        <Links />
      </head>
      <body>
        {hydrates ? (
          <KeptMarkupContext.Provider value={null}>{children}</KeptMarkupContext.Provider>
        ) : (
          children
        )}
        {hydrates ? <FrameworkScripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

function FrameworkScripts({ nonce }: { nonce: string }) {
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  )
}

/** Only pages that say handle.hydrate carry React to the browser: studio and desk; and what a loader says so of. Shop pages are complete without. */
function isHydrated(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'hydrate' in handle && handle.hydrate === true
}
