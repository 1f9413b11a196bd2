import {
  type ActionFunctionArgs,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CodeForm } from '~/modules/auth/components/code-form'
import { ResendForm } from '~/modules/auth/components/resend-form'
import { SignInDoor } from '~/modules/auth/components/sign-in-door'
import { deviceOf } from '~/modules/auth/device'
import { markDevice } from '~/modules/auth/device-mark.server'
import { findResendWait } from '~/modules/auth/find-resend-wait.server'
import { landingPath } from '~/modules/auth/landing'
import {
  clearPending,
  clearShownCode,
  pendingCookies,
  readPendingSignIn,
  readShownCode,
} from '~/modules/auth/pending-sign-in.server'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { allowAnyone, leadToTiles } from '~/modules/auth/require-actor.server'
import { CodeForm as CodeFields } from '~/modules/auth/schema'
import { sessionCookie } from '~/modules/auth/session.server'
import { signIn } from '~/modules/auth/sign-in.server'
import { recordAgreement } from '~/modules/documents/record-agreement.server'
import { joinVisitors } from '~/modules/favourites/join-visitors.server'
import { readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { followInBrowser } from '~/modules/orders/leave-browser.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { handleFormData, readForm } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  await leadToTiles(request)
  const pending = await readPendingSignIn(request)
  if (!pending) return redirect(localPath(requestLocale(request), paths.signIn()))
  const shownCode = await readShownCode(request)
  const { phone, returnTo } = pending
  return json(
    {
      isSample: await findSampleData(),
      phone: `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
      returnTo,
      shownCode,
      minutes: await readSetting('codes.minutes'),
      waitSeconds: await findResendWait({ phone }),
    },
    { headers: shownCode === null ? [] : await clearShownCode() },
  )
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  await leadToTiles(request)
  const locale = requestLocale(request)
  const pending = await readPendingSignIn(request)
  if (!pending) return redirect(localPath(locale, paths.signIn()))
  const form = await readForm(request)
  if (form.get('intent') === 'resend') {
    return handleFormData(request, form, z.object({}), async () => {
      const { shownCode } = await requestCode({
        purpose: 'sign_in',
        phone: pending.phone,
        address: context.clientAddress,
      })
      const headers = await pendingCookies(pending, shownCode)
      return redirect(localPath(locale, paths.signInCode()), { headers })
    })
  }
  return handleFormData(request, form, CodeFields, async ({ code }) => {
    const { deviceHash, cookie } = await markDevice(request)
    const started = await signIn({
      phone: pending.phone,
      code,
      oldToken: await readSessionToken(request),
      device: deviceOf(request.headers.get('User-Agent')),
      deviceHash,
    })
    const { token, userId, maxAgeSeconds, roles } = started
    await recordAgreement({ userId, locale })
    await joinVisitors({ ...(await readVisitor(request, null)), userId })
    const session = await sessionCookie.serialize(token, { maxAge: maxAgeSeconds })
    return redirect(localPath(locale, landingPath(roles, pending.returnTo)), {
      headers: [
        ['Set-Cookie', session],
        ['Set-Cookie', cookie],
        ...(await clearPending()),
        ...(await followInBrowser(request, started)),
      ],
    })
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('account.codeTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function SignInCode() {
  const data = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const changeNumber = `${href(paths.signIn())}?${new URLSearchParams({ returnTo: data.returnTo })}`
  return (
    <SignInDoor isSample={data.isSample} path={paths.signInCode()}>
      <h1>{t('account.codeTitle')}</h1>
      <p className="door-sent">
        {t('account.sentTo')} <b className="num">{data.phone}</b>
        <a className="link-line" href={changeNumber}>
          {t('account.changeNumber')}
        </a>
      </p>
      {data.shownCode ? (
        <Banner tone="info" role="status" className="mb-5">
          {t('account.demoCode', { code: data.shownCode })}
        </Banner>
      ) : null}
      <CodeForm minutes={data.minutes} failure={failure} />
      <div className="door-ways">
        <ResendForm waitSeconds={data.waitSeconds} />
        <a className="link-line" href={href(paths.help())}>
          {t('account.lostNumber')}
        </a>
      </div>
    </SignInDoor>
  )
}
