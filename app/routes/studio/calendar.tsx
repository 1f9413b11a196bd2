import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ShopRests } from '~/modules/sellers/components/shop-rests'
import { findShopCalendars } from '~/modules/sellers/find-shop-calendars.server'
import { planRest } from '~/modules/sellers/plan-rest.server'
import { removeRest } from '~/modules/sellers/remove-rest.server'
import { RestForm, RestRemovalForm, ShopForm } from '~/modules/sellers/rest-forms'
import { setShopOpen } from '~/modules/sellers/set-shop-open.server'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

const doneText = {
  planned: 'studio.restPlanned',
  removed: 'studio.restRemoved',
  paused: 'studio.shopNowPaused',
  opened: 'studio.shopNowOpen',
} as const
const Query = z.object({ done: z.enum(['planned', 'removed', 'paused', 'opened', '']).catch('') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const found = await findShopCalendars({ actor, locale: requestLocale(request) })
  return { ...found, ...parseSearch(request, Query) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'listing:write')
  const form = await readForm(request)
  const page = localPath(requestLocale(request), paths.studioCalendar())
  const done = (what: keyof typeof doneText) => redirect(`${page}?done=${what}`, 303)
  switch (form.get('intent')) {
    case 'plan':
      return handleFormData(request, form, RestForm, async (rest) => {
        await planRest({ actor, ...rest })
        return done('planned')
      })
    case 'remove':
      return handleFormData(request, form, RestRemovalForm, async ({ restId }) => {
        await removeRest({ actor, restId })
        return done('removed')
      })
    case 'pause':
    case 'open':
      return handleFormData(request, form, ShopForm, async ({ sellerId }) => {
        const isOpen = form.get('intent') === 'open'
        await setShopOpen({ actor, sellerId, isOpen })
        return done(isOpen ? 'opened' : 'paused')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('studio.calendarTitle'))

export default function StudioCalendar() {
  const { shops, today, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useTranslator()
  const said = failure && 'errors' in failure ? failure : null
  return (
    <>
      <h1 className="studio-heading">{t('studio.calendarTitle')}</h1>
      <p className="studio-lead">{t('studio.calendarLead')}</p>
      <Refusal text={refusalText(t, said)} />
      {done && !said ? (
        <Banner tone="done" role="status">
          {t(doneText[done])}
        </Banner>
      ) : null}
      {shops.map((shop) => (
        <ShopRests key={shop.sellerId} shop={shop} today={today} failure={said} isNamed={shops.length > 1} />
      ))}
    </>
  )
}
