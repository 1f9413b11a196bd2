import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { agreePromotion } from '~/modules/promotions/agree-promotion.server'
import { OwnPromotion } from '~/modules/promotions/components/own-promotion'
import { declinePromotion } from '~/modules/promotions/end-promotion.server'
import { findOwnPromotions } from '~/modules/promotions/find-promotions.server'
import { PromotionForm, PromotionSearch } from '~/modules/promotions/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'promotion:agree')
  const { said } = parseSearch(request, PromotionSearch)
  return { promotions: await findOwnPromotions({ actor }), said }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'promotion:agree')
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(`${localPath(requestLocale(request), paths.studioPromotions())}?said=${said}`, 303)
  switch (form.get('intent')) {
    case 'agree':
      return handleFormData(request, form, PromotionForm, async (input) => {
        await agreePromotion({ actor, ...input })
        return back('agreed')
      })
    case 'decline':
      return handleFormData(request, form, PromotionForm, async (input) => {
        await declinePromotion({ actor, ...input })
        return back('declined')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('promotion.ownTitle'))

export default function StudioPromotions() {
  const { promotions, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('promotion.ownTitle')}</h1>
      <p className="studio-lead">{t('promotion.ownLead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`promotion.said_${said}`)}
        </Banner>
      ) : null}
      {promotions.length === 0 ? <p className="quiet">{t('promotion.ownNone')}</p> : null}
      {promotions.map((promotion) => (
        <OwnPromotion key={promotion.id} promotion={promotion} />
      ))}
    </>
  )
}
