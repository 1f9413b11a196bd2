import {
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SignInDoor } from '~/modules/auth/components/sign-in-door'
import { readLinkBrowser, readShownLink, shownLinkCookie } from '~/modules/auth/link-browser.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { linkMinutes } from '~/modules/auth/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  // nothing was sent to whoever asked for nothing
  if ((await readLinkBrowser(request)) === null)
    return redirect(localPath(requestLocale(request), paths.signIn()))
  const shownLink = await readShownLink(request)
  return json(
    { isSample: await findSampleData(), shownLink },
    {
      headers: shownLink === null ? {} : { 'Set-Cookie': await shownLinkCookie.serialize('', { maxAge: 0 }) },
    },
  )
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [{ title: `${t('mail.mailTitle')} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function SignInMail() {
  const { isSample, shownLink } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <SignInDoor isSample={isSample} path={paths.signInMail()}>
      <h1>{t('mail.mailTitle')}</h1>
      <p>{t('mail.mailLead', { minutes: linkMinutes })}</p>
      {shownLink ? (
        <Banner tone="info" role="status" className="my-5">
          <a className="link" href={shownLink}>
            {t('mail.demoLink')}
          </a>
        </Banner>
      ) : null}
      <div className="door-ways">
        <a className="link-line" href={href(paths.signIn())}>
          {t('mail.mailAgain')}
        </a>
      </div>
    </SignInDoor>
  )
}
