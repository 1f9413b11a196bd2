import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { GrantRoleForm, LeaveForm, ResetFactorForm } from '~/modules/roles/components/role-forms'
import { RolesTable } from '~/modules/roles/components/roles-table'
import { endRoles } from '~/modules/roles/end-roles.server'
import { findRoleChoices } from '~/modules/roles/find-role-choices.server'
import { getUser } from '~/modules/roles/find-staff.server'
import { grantRole } from '~/modules/roles/grant-role.server'
import { resetFactor } from '~/modules/roles/reset-factor.server'
import { EndForm, GrantForm, ResetForm, staffRoles, UserSearch } from '~/modules/roles/schema'
import { paths, UserParams } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'role:grant')
  const { userId } = parseParams(params, UserParams)
  const { said, q } = parseSearch(request, UserSearch)
  const [choices, { name, roles, hasFactor }] = await Promise.all([
    findRoleChoices({ actor, q }),
    answer(request, () => getUser({ actor, userId })),
  ])
  return {
    name,
    roles,
    hasFactor,
    choices,
    isSelf: actor.userId === userId,
    said,
    q,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'role:grant')
  const { userId } = parseParams(params, UserParams)
  const form = await readForm(request)
  await requireFreshProof(request, actor, form)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminUser({ userId, said })), 303)
  switch (form.get('intent')) {
    case 'grant':
      return handleFormData(request, form, GrantForm, async (input) => {
        await grantRole({ actor, userId, ...input })
        return back('granted')
      })
    case 'end':
      return handleFormData(request, form, EndForm.required(), async (input) => {
        await endRoles({ actor, userId, ...input })
        return back('ended')
      })
    case 'leave':
      return handleFormData(request, form, EndForm.omit({ roleId: true }), async (input) => {
        await endRoles({ actor, userId, ...input })
        return back('ended')
      })
    case 'reset':
      return handleFormData(request, form, ResetForm, async (input) => {
        await resetFactor({ actor, userId, ...input })
        return back('reset')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('roles.title'))

export default function AdminUser() {
  const { name, roles, hasFactor, choices, isSelf, said, q } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const of = (intent: string) => (failure?.intent === intent ? failure : null)
  const isThere = !of('end') || roles.some(({ id, canEnd }) => canEnd && id === failure?.values.roleId)
  const offices = roles.filter(({ role, holds }) => holds && staffRoles.some((one) => one === role))
  const isHers = offices.length > 0 ? offices.every(({ canEnd }) => canEnd) : choices.isUnbound
  return (
    <>
      <header className="desk-head">
        <h1>{name ?? t('roles.nameless')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, isThere)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(said === 'reset' ? 'factors.said_reset' : `roles.said_${said}`)}
        </Banner>
      ) : null}
      <section className="desk-section">
        <h2>{t('roles.held')}</h2>
        {roles.length === 0 ? (
          <p className="quiet">{t('roles.nothing')}</p>
        ) : (
          <RolesTable rows={roles} ending={isSelf ? null : { failure: of('end') }} />
        )}
      </section>
      {isSelf ? (
        <p className="quiet">{t('roles.self')}</p>
      ) : (
        <div className="duo duo-even">
          <GrantRoleForm choices={choices} isNamed={name !== null} q={q} failure={of('grant')} />
          {offices.length > 0 && isHers ? <LeaveForm failure={of('leave')} /> : null}
          {hasFactor && isHers ? <ResetFactorForm failure={of('reset')} /> : null}
        </div>
      )}
    </>
  )
}
