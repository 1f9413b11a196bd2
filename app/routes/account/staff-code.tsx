import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { deviceOf } from '~/modules/auth/device'
import { markDevice } from '~/modules/auth/device-mark.server'
import { landingPath } from '~/modules/auth/landing'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { sessionCookie } from '~/modules/auth/session.server'
import { recordAgreement } from '~/modules/documents/record-agreement.server'
import { CodeField } from '~/modules/factors/components/code-field'
import { StaffDoor } from '~/modules/factors/components/staff-door'
import { findShownCode } from '~/modules/factors/find-shown-code.server'
import { clearPendingStaff, readPendingStaff } from '~/modules/factors/pending-staff.server'
import { FactorCodeForm } from '~/modules/factors/schema'
import { signInWithFactor } from '~/modules/factors/sign-in-with-factor.server'
import { joinVisitors } from '~/modules/favourites/join-visitors.server'
import { readVisitor } from '~/modules/favourites/visitor-cookie.server'
import { followInBrowser } from '~/modules/orders/leave-browser.server'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { handleForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const pending = await readPendingStaff(request)
  if (!pending) throw redirect(localPath(requestLocale(request), paths.staffSignIn()))
  return { isSample: await findSampleData(), returnTo: pending.returnTo, shown: await findShownCode(pending) }
}

export async function action({ request }: ActionFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const pending = await readPendingStaff(request)
  if (!pending) throw redirect(localPath(locale, paths.staffSignIn()))
  return handleForm(request, FactorCodeForm, async ({ code }) => {
    const { deviceHash, cookie } = await markDevice(request)
    const started = await signInWithFactor({
      factorId: pending.factorId,
      code,
      oldToken: await readSessionToken(request),
      device: deviceOf(request.headers.get('User-Agent')),
      deviceHash,
    })
    const { token, userId, roles, maxAgeSeconds } = started
    await recordAgreement({ userId, locale })
    await joinVisitors({ ...(await readVisitor(request, null)), userId })
    return redirect(localPath(locale, landingPath(roles, pending.returnTo)), {
      headers: [
        ['Set-Cookie', await sessionCookie.serialize(token, { maxAge: maxAgeSeconds })],
        ['Set-Cookie', cookie],
        ['Set-Cookie', await clearPendingStaff()],
        ...(await followInBrowser(request, started)),
      ],
    })
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('factors.codeTitle'))

export default function StaffCode() {
  const { isSample, returnTo, shown } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const error = failure?.errors.code
  return (
    <StaffDoor isSample={isSample} path={paths.staffCode()}>
      <h1>{t('factors.codeTitle')}</h1>
      <p className="pb-5">{t('factors.codeLead')}</p>
      {failure?.formError && !error ? (
        <Banner tone="wrong" role="alert" className="mb-5">
          {failure.formError}
        </Banner>
      ) : null}
      <Form method="post" noValidate>
        <CodeField
          name="code"
          label={t('factors.code')}
          hint={t('factors.codeHint')}
          error={error}
          shown={shown}
        />
        <Button kind="seal" wide>
          {t('factors.enter')}
        </Button>
      </Form>
      <div className="door-ways">
        <a className="link-line" href={href(paths.staffSignIn({ returnTo }))}>
          {t('factors.startOver')}
        </a>
      </div>
    </StaffDoor>
  )
}
