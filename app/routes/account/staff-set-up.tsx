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
import { deviceOf } from '~/modules/auth/device'
import { landingPath } from '~/modules/auth/landing'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { sessionCookie } from '~/modules/auth/session.server'
import { abandonSetUp } from '~/modules/factors/abandon-set-up.server'
import { beginSetUp } from '~/modules/factors/begin-set-up.server'
import { AppStep, PasswordStep, RecoveryStep } from '~/modules/factors/components/set-up-steps'
import { StaffDoor } from '~/modules/factors/components/staff-door'
import { findSetUp } from '~/modules/factors/find-set-up.server'
import { finishSetUp } from '~/modules/factors/finish-set-up.server'
import { FactorCodeForm, NewPasswordForm, StaffSearch } from '~/modules/factors/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { answer, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { ButtonLink } from '~/ui/button-link'

/** Her own session opens it, which has proved her phone and nothing more. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { returnTo } = parseSearch(request, StaffSearch)
  const issuer = translator(requestLocale(request))('common.brand')
  return {
    isSample: await findSampleData(),
    setUp: await answer(request, () => findSetUp({ actor, issuer })),
    returnTo,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const { returnTo } = parseSearch(request, StaffSearch)
  const form = await readForm(request)
  if (form.get('intent') === 'password')
    return handleFormData(request, form, NewPasswordForm, async ({ password }) => {
      await beginSetUp({ actor, password })
      return redirect(localPath(requestLocale(request), paths.staffSetUp({ returnTo })), 303)
    })
  if (form.get('intent') === 'again')
    return handleFormData(request, form, z.object({}), async () => {
      await abandonSetUp({ actor })
      return redirect(localPath(requestLocale(request), paths.staffSetUp({ returnTo })), 303)
    })
  return handleFormData(request, form, FactorCodeForm, async ({ code }) => {
    const { token, roles, maxAgeSeconds, recoveryCodes } = await finishSetUp({
      actor,
      code,
      oldToken: await readSessionToken(request),
      device: deviceOf(request.headers.get('User-Agent')),
    })
    return json(
      { recoveryCodes, next: landingPath(roles, returnTo) },
      { headers: { 'Set-Cookie': await sessionCookie.serialize(token, { maxAge: maxAgeSeconds }) } },
    )
  })
}

/** It shows a secret, and codes that are shown once. */
export function headers() {
  return { 'Cache-Control': 'private, no-store' }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('factors.setUpTitle'))

export default function StaffSetUp() {
  const { isSample, setUp, returnTo } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = said && 'errors' in said ? said : undefined
  if (said && 'recoveryCodes' in said)
    return (
      <StaffDoor isSample={isSample} path={paths.staffSetUp()}>
        <RecoveryStep codes={said.recoveryCodes} next={href(said.next)} />
      </StaffDoor>
    )
  return (
    <StaffDoor isSample={isSample} path={paths.staffSetUp({ returnTo })}>
      {setUp.step === 'password' ? <PasswordStep failure={failure} /> : null}
      {setUp.step === 'app' ? <AppStep setUp={setUp} failure={failure} /> : null}
      {setUp.step === 'done' ? (
        <>
          <h1>{t('factors.doneTitle')}</h1>
          <p className="pb-5">{t('factors.doneText')}</p>
          <ButtonLink href={href(paths.staffSignIn({ returnTo }))}>{t('factors.toSignIn')}</ButtonLink>
        </>
      ) : null}
    </StaffDoor>
  )
}
