import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deviceOf } from '~/modules/auth/device'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requestCode } from '~/modules/auth/request-code.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { sessionCookie } from '~/modules/auth/session.server'
import { clearDevice } from '~/modules/points/clear-device.server'
import { JoinForms } from '~/modules/points/components/join-forms'
import { PointFrame } from '~/modules/points/components/point-frame'
import { findDevicePoint } from '~/modules/points/find-device-point.server'
import { joinPoint } from '~/modules/points/join-point.server'
import { clearPendingJoin, keepPendingJoin, readPendingJoin } from '~/modules/points/pending-join.server'
import { JoinForm, JoinPhoneForm } from '~/modules/points/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { readSetting } from '~/modules/settings/read-setting.server'
import { paths } from '~/paths'
import { handleFormData, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import studioCss from '~/styles/studio.css?url'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const point = await findDevicePoint(request)
  if (!point) return redirect(localPath(requestLocale(request), paths.point()))
  const pending = await readPendingJoin(request)
  return {
    name: point.name,
    isSample: await findSampleData(),
    isSent: pending !== null,
    shown: pending?.shown ?? null,
    minutes: await readSetting('codes.minutes'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  const locale = requestLocale(request)
  const here = localPath(locale, paths.pointJoin())
  const point = await findDevicePoint(request)
  if (!point) return redirect(localPath(locale, paths.point()))
  const form = await readForm(request)
  const pending = await readPendingJoin(request)
  if (form.get('intent') === 'other')
    return handleFormData(request, form, z.object({}), async () =>
      redirect(here, { status: 303, headers: { 'Set-Cookie': await clearPendingJoin() } }),
    )
  if (!pending)
    return handleFormData(request, form, JoinPhoneForm, async ({ phone }) => {
      const asked = { purpose: 'service_point', pointId: point.id, phone } as const
      const { shownCode } = await requestCode({ ...asked, address: context.clientAddress })
      const cookie = await keepPendingJoin({ phone, shown: shownCode })
      return redirect(here, { status: 303, headers: { 'Set-Cookie': cookie } })
    })
  return handleFormData(request, form, JoinForm, async ({ code, pin }) => {
    const { token } = await joinPoint({
      pointId: point.id,
      phone: pending.phone,
      code,
      pin,
      oldToken: await readSessionToken(request),
      device: deviceOf(request.headers.get('User-Agent')),
    })
    const session = await sessionCookie.serialize(token, { maxAge: undefined })
    const headers: [string, string][] = [...clearDevice(request), ['Set-Cookie', session]]
    return redirect(localPath(locale, paths.studio()), { status: 303, headers })
  })
}

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: studioCss }]

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('point.joinTitle'))

export default function PointJoin() {
  const { name, isSample, isSent, shown, minutes } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <PointFrame isSample={isSample} name={name}>
      <h1 className="studio-heading">{t('point.joinTitle')}</h1>
      <p className="studio-lead">{t('point.joinLead')}</p>
      <Refusal text={refusalText(t, failure)} />
      <JoinForms isSent={isSent} shown={shown} minutes={minutes} failure={failure} />
    </PointFrame>
  )
}
