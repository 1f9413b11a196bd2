import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { StaffDoor } from '~/modules/factors/components/staff-door'
import { StaffSignInForm } from '~/modules/factors/components/staff-sign-in-form'
import { pendingStaff } from '~/modules/factors/pending-staff.server'
import { provePassword } from '~/modules/factors/prove-password.server'
import { StaffSearch, StaffSignInForm as StaffSignInFields } from '~/modules/factors/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import shopCss from '~/styles/shop.css?url'
import { Banner } from '~/ui/banner'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { returnTo, left } = parseSearch(request, StaffSearch)
  return { isSample: await findSampleData(), returnTo, wasIdle: left === 'idle' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  return handleForm(request, StaffSignInFields, async ({ phone, password, returnTo }) => {
    const proved = await provePassword({ phone, password, address: context.clientAddress })
    return redirect(localPath(requestLocale(request), paths.staffCode()), {
      headers: { 'Set-Cookie': await pendingStaff({ ...proved, returnTo }) },
    })
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: shopCss }]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('factors.staffTitle'))

export default function StaffSignIn() {
  const { isSample, returnTo, wasIdle } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <StaffDoor isSample={isSample} path={paths.staffSignIn({ returnTo })}>
      <h1>{t('factors.staffTitle')}</h1>
      {wasIdle && !failure ? (
        <Banner tone="wait" role="status" className="my-5">
          {t('factors.leftIdle')}
        </Banner>
      ) : null}
      <p className="pb-5">{t('factors.staffLead')}</p>
      <StaffSignInForm returnTo={returnTo} failure={failure} />
      <div className="door-ways">
        <a className="link-line" href={`${href(paths.signIn())}?${new URLSearchParams({ returnTo })}`}>
          {t('factors.firstTime')}
        </a>
        <p className="quiet">{t('factors.lostPhone')}</p>
      </div>
    </StaffDoor>
  )
}
