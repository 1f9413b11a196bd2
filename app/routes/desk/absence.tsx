import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { AbsenceSearch, ApproveAbsentForm, ProposeAbsentForm } from '~/modules/handovers/absence-schema'
import { endHandover } from '~/modules/handovers/answer-handover.server'
import { approveAbsent } from '~/modules/handovers/approve-absent.server'
import { ProposeAbsence, WaitingAbsence } from '~/modules/handovers/components/desk-absence'
import { findAbsence } from '~/modules/handovers/find-absence.server'
import { findDeskHandover } from '~/modules/handovers/find-handovers.server'
import { proposeAbsent } from '~/modules/handovers/propose-absent.server'
import { HandoverForm } from '~/modules/handovers/schema'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { getDeskSeller } from '~/modules/sellers/get-desk-seller.server'
import { DeskSellerParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  // before the form: a code asked for after it would cost the chosen paper
  await requireFreshProof(request, actor)
  const { sellerId } = parseParams(params, DeskSellerParams)
  const seller = await answer(request, () => getDeskSeller({ actor, sellerId }))
  const isOpen = seller.kind !== 'individual' && (seller.status === 'active' || seller.status === 'paused')
  const { absence, mayPropose } = await findAbsence({ actor, sellerId })
  const { open, toPhone } = await findDeskHandover({ actor, sellerId })
  return {
    sellerId,
    nameZh: seller.nameZh,
    nameEn: seller.nameEn,
    owners: seller.people
      .filter(
        ({ role, to, isVisible }) => role === 'owner' && isVisible && (to === null || to > seller.today),
      )
      .map(({ personId, name }) => ({ personId, name })),
    absence,
    mayPropose: mayPropose && isOpen && open === null,
    open,
    toPhone,
    ...parseSearch(request, AbsenceSearch),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'application:judge')
  await limitUploads(request, actor)
  const { sellerId } = parseParams(params, DeskSellerParams)
  const form = await readForm(request)
  await requireFreshProof(request, actor, form)
  const back = (done: string) =>
    redirect(`${localPath(requestLocale(request), paths.deskAbsence({ sellerId }))}?done=${done}`, 303)
  switch (form.get('intent')) {
    case 'propose':
      return handleFormData(request, form, ProposeAbsentForm, async ({ evidence, ...input }) => {
        const bytes = new Uint8Array(await evidence.arrayBuffer())
        await proposeAbsent({ actor, sellerId, ...input, evidence: bytes })
        return back('proposed')
      })
    case 'approve':
      return handleFormData(request, form, ApproveAbsentForm, async ({ handoverId }) => {
        await approveAbsent({ actor, handoverId })
        return back('approved')
      })
    case 'end':
      return handleFormData(request, form, HandoverForm, async ({ handoverId }) => {
        await endHandover({ actor, handoverId, by: 'desk' })
        return back('ended')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('absence.title'))

export default function DeskAbsence() {
  const { sellerId, nameZh, nameEn, owners, absence, mayPropose, open, toPhone, done } =
    useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('absence.title')}</h1>
        <p>
          <a className="link" href={href(paths.deskSeller({ sellerId }))}>
            {locale === 'en' ? nameEn : nameZh}
          </a>
        </p>
      </header>
      <Refusal text={refusalText(t, failure, true)} className="mb-3" />
      {done && !said ? (
        <Banner tone="done" role="status" className="mb-3">
          {t(`absence.done_${done}`)}
        </Banner>
      ) : null}
      <p className="pb-3">{t('absence.lead')}</p>
      <p className="pb-3">{t('absence.whatHappens')}</p>
      <p className="pb-3">{t('absence.seenRule')}</p>
      {absence && open ? (
        <WaitingAbsence absence={absence} open={open} phone={toPhone} failure={failure} />
      ) : mayPropose ? (
        <ProposeAbsence owners={owners} failure={failure} />
      ) : (
        <p className="quiet">{t(open ? 'handover.waitsAlready' : 'absence.notHere')}</p>
      )}
    </>
  )
}
