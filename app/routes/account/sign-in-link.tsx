import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SignInDoor } from '~/modules/auth/components/sign-in-door'
import { deviceOf } from '~/modules/auth/device'
import { markDevice } from '~/modules/auth/device-mark.server'
import { findLink } from '~/modules/auth/find-link.server'
import { landingPath } from '~/modules/auth/landing'
import { linkBrowserCookie, readLinkBrowser } from '~/modules/auth/link-browser.server'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { allowAnyone, leadToTiles } from '~/modules/auth/require-actor.server'
import { safeReturn } from '~/modules/auth/safe-return'
import { sessionCookie } from '~/modules/auth/session.server'
import { signInByLink } from '~/modules/auth/sign-in-by-link.server'
import { recordAgreement } from '~/modules/documents/record-agreement.server'
import { joinVisitors } from '~/modules/favourites/join-visitors.server'
import { readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { followInBrowser } from '~/modules/orders/leave-browser.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths, SignInLinkParams } from '~/paths'
import { handleForm, parseParams } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'

/** Opening a link signs nobody in and spends nothing: whoever looks through mail opens links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  await leadToTiles(request)
  const { token } = parseParams(params, SignInLinkParams)
  const link = await findLink({ token, browser: await readLinkBrowser(request) })
  return json(
    { isSample: await findSampleData(), link },
    { headers: { 'Cache-Control': 'private, no-store' } },
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  allowAnyone(request)
  await leadToTiles(request)
  const { token } = parseParams(params, SignInLinkParams)
  const locale = requestLocale(request)
  return handleForm(request, z.object({}), async () => {
    const { deviceHash, cookie } = await markDevice(request)
    const started = await signInByLink({
      token,
      oldToken: await readSessionToken(request),
      device: deviceOf(request.headers.get('User-Agent')),
      deviceHash,
    })
    const { token: session, userId, roles, maxAgeSeconds, returnTo } = started
    await recordAgreement({ userId, locale })
    await joinVisitors({ ...(await readVisitor(request, null)), userId })
    return redirect(localPath(locale, landingPath(roles, safeReturn(returnTo))), {
      headers: [
        ['Set-Cookie', await sessionCookie.serialize(session, { maxAge: maxAgeSeconds })],
        ['Set-Cookie', cookie],
        ['Set-Cookie', await linkBrowserCookie.serialize('', { maxAge: 0 })],
        ...(await followInBrowser(request, started)),
      ],
    })
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('mail.linkTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
    { name: 'referrer', content: 'same-origin' },
  ]
}

export default function SignInLink() {
  const { isSample, link } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <SignInDoor isSample={isSample} path={paths.signIn()}>
      <h1>{t('mail.linkTitle')}</h1>
      {failure?.formError ? (
        <Banner tone="wrong" role="alert" className="mb-5">
          {failure.formError}
        </Banner>
      ) : null}
      {link ? (
        <Form method="post">
          <p className="door-sent">{t('mail.linkFor', { email: link.maskedEmail })}</p>
          {link.isSameBrowser ? null : (
            <Banner tone="wait" className="mb-5">
              {t('mail.linkElsewhere')}
            </Banner>
          )}
          <Button kind="seal" wide>
            {t(link.isSameBrowser ? 'mail.linkEnter' : 'mail.linkEnterHere')}
          </Button>
        </Form>
      ) : (
        <>
          {failure ? null : <p>{t('mail.linkDead')}</p>}
          <div className="door-ways">
            <a className="link-line" href={href(paths.signIn())}>
              {t('mail.mailAgain')}
            </a>
          </div>
        </>
      )}
    </SignInDoor>
  )
}
