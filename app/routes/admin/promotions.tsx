import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { addPromotion } from '~/modules/promotions/add-promotion.server'
import { PromotionForm as NewPromotion } from '~/modules/promotions/components/promotion-form'
import { PromotionsTable } from '~/modules/promotions/components/promotions-table'
import { endPromotion } from '~/modules/promotions/end-promotion.server'
import { findPromotionChoices } from '~/modules/promotions/find-promotion-choices.server'
import { unsafeFindPromotions } from '~/modules/promotions/find-promotions.server'
import { AddPromotionForm, PromotionForm, PromotionSearch } from '~/modules/promotions/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'promotion:set')
  const { said, replaces } = parseSearch(request, PromotionSearch)
  const [promotions, choices] = await Promise.all([unsafeFindPromotions(), findPromotionChoices()])
  return {
    current: promotions.filter(({ state }) => state !== 'ended'),
    ended: promotions.filter(({ state }) => state === 'ended'),
    replaces: promotions.find(({ id, isReplaced }) => id === replaces && !isReplaced) ?? null,
    choices,
    said,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'promotion:set')
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(`${localPath(requestLocale(request), paths.adminPromotions())}?said=${said}`, 303)
  switch (form.get('intent')) {
    case 'add':
      return handleFormData(request, form, AddPromotionForm, async (input) => {
        await addPromotion({ actor, ...input })
        return back('added')
      })
    case 'end':
      return handleFormData(request, form, PromotionForm, async (input) => {
        await endPromotion({ actor, ...input })
        return back('ended')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('promotion.title'))

export default function AdminPromotions() {
  const { current, ended, replaces, choices, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  const ofAdd = failure?.intent === 'add' ? failure : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('promotion.title')}</h1>
      </header>
      <Refusal text={refusalText(t, failure, ofAdd !== null)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`promotion.said_${said}`)}
        </Banner>
      ) : null}
      <p className="quiet">{t('promotion.lead')}</p>
      <section className="desk-section">
        <h2>{t('promotion.listNow')}</h2>
        {current.length === 0 ? (
          <p className="quiet">{t('promotion.none')}</p>
        ) : (
          <PromotionsTable caption={t('promotion.listNow')} rows={current} canEnd />
        )}
      </section>
      <section id="new">
        <NewPromotion key={replaces?.id ?? ''} choices={choices} replaces={replaces} failure={ofAdd} />
      </section>
      {ended.length > 0 ? (
        <section className="desk-section">
          <h2>{t('promotion.listEnded')}</h2>
          <PromotionsTable caption={t('promotion.listEnded')} rows={ended} canEnd={false} />
        </section>
      ) : null}
    </>
  )
}
