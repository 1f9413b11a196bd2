import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { deviceOf } from '~/modules/auth/device'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { sessionCookie } from '~/modules/auth/session.server'
import { clearDevice } from '~/modules/points/clear-device.server'
import { PinField } from '~/modules/points/components/pin-field'
import { PointFrame } from '~/modules/points/components/point-frame'
import { enterPin } from '~/modules/points/enter-pin.server'
import { findDevicePoint } from '~/modules/points/find-device-point.server'
import { findTile } from '~/modules/points/find-tiles.server'
import { mostTries } from '~/modules/points/most-tries'
import { PinForm } from '~/modules/points/schema'
import { findSampleData } from '~/modules/sellers/find-sample-data.server'
import { PointTileParams, paths } from '~/paths'
import { handleForm, parseParams } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import studioCss from '~/styles/studio.css?url'
import { Button } from '~/ui/button'
import { NameSeal } from '~/ui/name-seal'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { memberId } = parseParams(params, PointTileParams)
  const locale = requestLocale(request)
  const point = await findDevicePoint(request)
  const tile = point && (await findTile({ pointId: point.id, memberId, locale }))
  if (!point || !tile) return redirect(localPath(locale, paths.point()))
  return { name: point.name, tile, isSample: await findSampleData() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  allowAnyone(request)
  const { memberId } = parseParams(params, PointTileParams)
  const locale = requestLocale(request)
  const point = await findDevicePoint(request)
  if (!point) return redirect(localPath(locale, paths.point()))
  return handleForm(request, PinForm, async ({ pin }) => {
    const { token } = await enterPin({
      pointId: point.id,
      memberId,
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

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) => (data ? data.tile.shop : t('point.title')))

export default function PointPin() {
  const { name, tile, isSample } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const locked = tile.isLocked ? t('point.pinLocked', { tries: mostTries }) : undefined
  return (
    <PointFrame isSample={isSample} name={name}>
      <div className="point-who">
        <NameSeal text={tile.seal} size="large" />
        <h1 className="studio-heading">{tile.shop}</h1>
      </div>
      <Refusal text={refusalText(t, failure)} />
      <Form method="post" noValidate reloadDocument className="max-w-[30rem]">
        <PinField
          id="pin"
          name="pin"
          label={t('point.pin')}
          hint={t('point.pinHint')}
          error={failure?.errors.pin ?? locked}
        />
        <Button kind="seal" wide disabled={tile.isLocked}>
          {t('point.enter')}
        </Button>
      </Form>
      <p className="pt-6">
        <a className="link-line" href={href(paths.pointJoin())}>
          {t('point.forgotten')}
        </a>
      </p>
    </PointFrame>
  )
}
