import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActList } from '~/modules/acts/components/act-list'
import { MakerWorkList } from '~/modules/acts/components/maker-work-list'
import { findDoneActs } from '~/modules/acts/find-acts.server'
import { findMakersWork } from '~/modules/acts/find-makers-work.server'
import { actingCookie } from '~/modules/auth/acting-cookie'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { idField } from '~/platform/fields'
import { handleForm } from '~/platform/form.server'
import { keepChoice, readChoice } from '~/platform/http/choice-cookie.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'

const ChoiceForm = z.object({ sellerId: z.union([idField, z.literal('none')]) })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'maker:read')
  const locale = requestLocale(request)
  const [work, acts] = await Promise.all([findMakersWork({ actor, locale }), findDoneActs({ actor, locale })])
  return { ...work, acts, chosen: readChoice(actingCookie, request.headers.get('Cookie')) }
}

export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request, 'studio:use')
  return handleForm(request, ChoiceForm, async ({ sellerId }) => {
    const isNone = sellerId === 'none'
    const to = isNone ? paths.studioMakers() : paths.studio()
    return redirect(localPath(requestLocale(request), to), {
      status: 303,
      headers: { 'Set-Cookie': keepChoice(actingCookie, isNone ? null : sellerId) },
    })
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('mandate.makersTitle'))

export default function StudioMakers() {
  const { makers, cuts, acts, chosen } = useLoaderData<typeof loader>()
  const { t, href } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('mandate.makersTitle')}</h1>
      <p className="studio-lead">{t('mandate.makersLead')}</p>
      {makers.length === 0 ? (
        <EmptyState title={t('mandate.makersNone')} text={t('mandate.lead')} />
      ) : (
        <MakerWorkList makers={makers} cuts={cuts} chosen={chosen} />
      )}
      <p className="studio-foot">
        <ButtonLink href={href(paths.accountActing())}>{t('mandate.title')}</ButtonLink>
      </p>
      <section className="studio-section" aria-labelledby="done">
        <h2 id="done">{t('mandate.doneTitle')}</h2>
        {acts.length === 0 ? <p className="quiet">{t('mandate.doneNone')}</p> : null}
        <ActList acts={acts} side="agent" />
      </section>
    </>
  )
}
