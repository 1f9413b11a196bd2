import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EmailForm } from '~/modules/auth/components/email-form'
import { PhoneForm } from '~/modules/auth/components/phone-form'
import { SignInDoor } from '~/modules/auth/components/sign-in-door'
import { findResendWait } from '~/modules/auth/find-resend-wait.server'
import {
  linkBrowserCookie,
  randomBrowser,
  readLinkBrowser,
  shownLinkCookie,
} from '~/modules/auth/link-browser.server'
import { pendingCookies, readPendingSignIn } from '~/modules/auth/pending-sign-in.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { requestLink } from '~/modules/auth/request-link.server'
import { allowAnyone, leadToTiles } from '~/modules/auth/require-actor.server'
import { safeReturn } from '~/modules/auth/safe-return'
import { EmailForm as EmailFields, PhoneForm as PhoneFields } from '~/modules/auth/schema'
import { AgreedBy } from '~/modules/documents/components/agreed-by'
import { ComingLines } from '~/modules/documents/components/coming-documents'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { ForgetClosed } from '~/modules/pocket/components/forget-closed'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
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
  const search = new URL(request.url).searchParams
  const asked = search.get('returnTo')
  const isClosed = search.get('closed') === 'yes'
  return {
    isClosed,
    // the script that takes away what this browser kept of hers
    hydrate: isClosed,
    isSample: await findSampleData(),
    coming: await findComingDocuments(),
    returnTo: safeReturn(asked),
    phone: pending?.phone ?? '',
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  await leadToTiles(request)
  const form = await readForm(request)
  if (form.get('intent') === 'email')
    return handleFormData(request, form, EmailFields, async ({ email, returnTo }) => {
      const locale = requestLocale(request)
      const browser = (await readLinkBrowser(request)) ?? randomBrowser()
      const { shownLink } = await requestLink({
        email,
        returnTo,
        locale,
        browser,
        address: context.clientAddress,
      })
      const headers: [string, string][] = [['Set-Cookie', await linkBrowserCookie.serialize(browser)]]
      if (shownLink !== null) headers.push(['Set-Cookie', await shownLinkCookie.serialize(shownLink)])
      return redirect(localPath(locale, paths.signInMail()), { headers })
    })
  return handleFormData(request, form, PhoneFields, async ({ phone, returnTo }) => {
    const pending = await readPendingSignIn(request)
    const codePage = localPath(requestLocale(request), paths.signInCode())
    // the same number again within the pause: her code is on its way already
    const isOnItsWay = pending?.phone === phone && (await findResendWait({ phone })) > 0
    const { shownCode } = isOnItsWay
      ? { shownCode: null }
      : await requestCode({ purpose: 'sign_in', phone, address: context.clientAddress })
    return redirect(codePage, { headers: await pendingCookies({ phone, returnTo }, shownCode) })
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('account.signInTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function SignIn() {
  const { isSample, isClosed, coming, returnTo, phone } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const back = failure?.values.returnTo ?? returnTo
  const isEmail = failure?.intent === 'email'
  const isEmailFirst = locale === 'en'
  const emailForm = (
    <EmailForm returnTo={back} failure={isEmail ? failure : undefined} isFirst={isEmailFirst} />
  )
  return (
    <SignInDoor isSample={isSample} path={paths.signIn()}>
      {isClosed ? <ForgetClosed /> : null}
      {isClosed && !failure ? (
        <Banner tone="done" role="status" className="my-5">
          {t('closing.done')}{' '}
          <a className="link nowrap" href={href(paths.home())}>
            {t('shop.backToShop')}
          </a>
        </Banner>
      ) : null}
      <h1>{t('account.signInTitle')}</h1>
      {isEmailFirst ? emailForm : null}
      {isEmailFirst ? <p className="quiet py-5">{t('mail.orPhone')}</p> : null}
      <PhoneForm returnTo={back} phone={phone} failure={isEmail ? undefined : failure} />
      {isEmailFirst ? null : (
        <details open={isEmail} className="pt-4">
          <summary className="link link-line">{t('mail.byEmail')}</summary>
          {emailForm}
        </details>
      )}
      <AgreedBy act="agreeSignIn" />
      <ComingLines coming={coming} className="field-hint" />
      <div className="door-ways">
        {phone ? (
          <a className="link-line" href={href(paths.signInCode())}>
            {t('account.codeWaiting')}
          </a>
        ) : null}
        <a className="link-line" href={href(paths.help())}>
          {t('account.lostNumber')}
        </a>
        <a className="link-line" href={href(paths.staffSignIn({ returnTo: back }))}>
          {t('factors.staffDoor')}
        </a>
      </div>
    </SignInDoor>
  )
}
