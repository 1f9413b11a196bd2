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
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { changePassword } from '~/modules/factors/change-password.server'
import { RecoveryStep } from '~/modules/factors/components/set-up-steps'
import { StaffDoor } from '~/modules/factors/components/staff-door'
import { findSecurity } from '~/modules/factors/find-security.server'
import { renewRecoveryCodes } from '~/modules/factors/renew-recovery-codes.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import {
  ChangePasswordForm,
  longestPassword,
  SecuritySearch,
  shortestPassword,
} from '~/modules/factors/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { answer, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'desk:use')
  await requireFreshProof(request, actor)
  const { said } = parseSearch(request, SecuritySearch)
  return {
    isSample: await findSampleData(),
    said,
    ...(await answer(request, () => findSecurity({ actor }))),
  }
}

/** Passwords are never put back into a page: a proof that is no longer fresh is asked for on its own page, and the form is filled in again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'desk:use')
  await requireFreshProof(request, actor)
  const form = await readForm(request)
  if (form.get('intent') === 'codes')
    return handleFormData(request, form, z.object({}), async () =>
      json({ recoveryCodes: await renewRecoveryCodes({ actor }) }),
    )
  return handleFormData(request, form, ChangePasswordForm, async (input) => {
    await changePassword({
      actor,
      ...input,
      token: await readSessionToken(request),
      address: context.clientAddress,
    })
    return redirect(localPath(requestLocale(request), paths.accountSecurity({ said: 'changed' })), 303)
  })
}

export function headers() {
  return { 'Cache-Control': 'private, no-store' }
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('security.title'))

export default function AccountSecurity() {
  const { isSample, said, codesLeft } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = answered && 'errors' in answered ? answered : null
  if (answered && 'recoveryCodes' in answered)
    return (
      <StaffDoor isSample={isSample} path={paths.accountSecurity()}>
        <RecoveryStep codes={answered.recoveryCodes} next={href(paths.accountSecurity())} />
      </StaffDoor>
    )
  return (
    <StaffDoor isSample={isSample} path={paths.accountSecurity()}>
      <h1>{t('security.title')}</h1>
      <Refusal text={refusalText(t, failure, true)} />
      {said && !failure ? (
        <Banner tone="done" role="status" className="my-5">
          {t('security.changed')}
        </Banner>
      ) : null}
      <Form method="post" noValidate className="mt-5">
        <h2>{t('security.passwordTitle')}</h2>
        <p className="quiet">{t('security.passwordLead')}</p>
        <Field
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          maxLength={longestPassword}
          required
          label={t('security.current')}
          error={failure?.errors.current}
        />
        <Field
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          maxLength={longestPassword}
          required
          label={t('factors.newPassword')}
          hint={t('factors.newPasswordHint', { min: shortestPassword })}
          error={failure?.errors.password}
        />
        <Button kind="seal" wide name="intent" value="password">
          {t('security.change')}
        </Button>
      </Form>
      <Form method="post" className="mt-8">
        <h2>{t('security.codesTitle')}</h2>
        <p className="quiet">{t('security.codesLead', { count: codesLeft })}</p>
        <Button wide name="intent" value="codes">
          {t('security.renew')}
        </Button>
      </Form>
      <div className="door-ways">
        <a className="link-line" href={href(paths.desk())}>
          {t('factors.toDesk')}
        </a>
      </div>
    </StaffDoor>
  )
}
