import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DeskBase } from '~/modules/bases/components/desk-base'
import { findDeskBase } from '~/modules/bases/find-desk-base.server'
import { joinBase } from '~/modules/bases/join-base.server'
import { leaveBase } from '~/modules/bases/leave-base.server'
import { saveBase } from '~/modules/bases/save-base.server'
import { BaseForm, BaseSearch, JoinBaseForm, LeaveBaseForm } from '~/modules/bases/schema'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { findWork } from '~/modules/claims/find-work.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { endHandover } from '~/modules/handovers/answer-handover.server'
import { AbsenceEntry } from '~/modules/handovers/components/absence-entry'
import { DeskHandover } from '~/modules/handovers/components/desk-handover'
import { findAbsence } from '~/modules/handovers/find-absence.server'
import { findDeskHandover } from '~/modules/handovers/find-handovers.server'
import { proposeHandover } from '~/modules/handovers/propose-handover.server'
import { HandoverForm, ProposeHandoverForm } from '~/modules/handovers/schema'
import { endLink } from '~/modules/households/end-link.server'
import { linkHousehold } from '~/modules/households/link-household.server'
import { EndLinkForm, LinkForm, notRegistered, VerifyLinkForm } from '~/modules/households/schema'
import { verifyLink } from '~/modules/households/verify-link.server'
import { DeskPerson } from '~/modules/sellers/components/desk-person'
import { DeskProducts } from '~/modules/sellers/components/desk-products'
import { SellerHead } from '~/modules/sellers/components/seller-head'
import { isAboutClaimOf, isAboutLinkOf, isAboutPhoneOf } from '~/modules/sellers/desk-person-forms'
import { RevealForm, SellerSearch } from '~/modules/sellers/desk-schema'
import { getDeskSeller } from '~/modules/sellers/get-desk-seller.server'
import { revealPhone } from '~/modules/sellers/reveal-phone.server'
import { DeskSellerParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'seller:read')
  const { sellerId } = parseParams(params, DeskSellerParams)
  const seller = await answer(request, () => getDeskSeller({ actor, sellerId }))
  const subjectIds = seller.people.flatMap(({ personId, waits }) => (waits ? [personId] : []))
  const work = await findWork({ actor, queue: 'link', subjectIds })
  const base = seller.kind === 'base' ? await findDeskBase({ actor, sellerId }) : null
  const canChangeHands =
    seller.kind !== 'individual' && (seller.status === 'active' || seller.status === 'paused')
  return {
    sellerId,
    seller,
    work,
    base,
    handover: canChangeHands ? await findDeskHandover({ actor, sellerId }) : null,
    absence: canChangeHands ? await findAbsence({ actor, sellerId }) : null,
    ...parseSearch(request, SellerSearch),
    doneBase: parseSearch(request, BaseSearch).base,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:verify')
  const { sellerId } = parseParams(params, DeskSellerParams)
  const form = await readForm(request)
  const here = localPath(requestLocale(request), paths.deskSeller({ sellerId }))
  const back = (done: string) => redirect(`${here}?done=${done}`, 303)
  const backToBase = (base: string) => redirect(`${here}?base=${base}`, 303)
  if (isClaimForm(form))
    return handleClaim({ request, form, actor, queue: 'link', back: () => redirect(here, 303) })
  switch (form.get('intent')) {
    case 'base':
      return handleFormData(request, form, BaseForm, async (words) => {
        await saveBase({ actor, sellerId, ...words })
        return backToBase('saved')
      })
    case 'join':
      return handleFormData(request, form, JoinBaseForm, async ({ shop }) => {
        await joinBase({ actor, sellerId, shop })
        return backToBase('joined')
      })
    case 'leave':
      return handleFormData(request, form, LeaveBaseForm, async ({ memberId }) => {
        await leaveBase({ actor, sellerId, memberId })
        return backToBase('left')
      })
    case 'handover':
      await requireFreshProof(request, actor, form)
      return handleFormData(request, form, ProposeHandoverForm, async (input) => {
        await proposeHandover({ actor, sellerId, ...input })
        return back('proposed')
      })
    case 'handover-end':
      return handleFormData(request, form, HandoverForm, async ({ handoverId }) => {
        await endHandover({ actor, handoverId, by: 'desk' })
        return back('ended')
      })
    case 'reveal':
      await requireFreshProof(request, actor, form)
      return handleFormData(request, form, RevealForm, async ({ personId, reason }) =>
        json({ revealed: { personId, phone: await revealPhone({ actor, sellerId, personId, reason }) } }),
      )
    case 'link':
      return handleFormData(request, form, LinkForm, async ({ choice, ...input }) => {
        await linkHousehold({ actor, memberId: choice === notRegistered ? null : choice, ...input })
        return back('link')
      })
    case 'verify':
      return handleFormData(request, form, VerifyLinkForm, async (input) => {
        await verifyLink({ actor, ...input })
        return back('verify')
      })
    case 'end':
      return handleFormData(request, form, EndLinkForm, async ({ linkId, endedOn, endReason }) => {
        await endLink({ actor, linkId, endedOn, reason: endReason })
        return back('end')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) => {
    if (!data) return t('household.sellers')
    return localeOf(location.pathname) === 'en' ? data.seller.nameEn : data.seller.nameZh
  })

export default function DeskSeller() {
  const { sellerId, seller, work, base, handover, absence, done, doneBase } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const failure = said && 'errors' in said ? said : null
  const { t } = useTranslator()
  const isThere =
    failure !== null &&
    (isAboutBase(failure.intent) ||
      failure.intent === 'handover' ||
      seller.people.some(
        (person) =>
          isAboutPhoneOf(person, failure) ||
          isAboutClaimOf(person, failure) ||
          isAboutLinkOf(person, seller.today, failure),
      ))
  const revealed = said && 'revealed' in said ? said.revealed : null
  return (
    <>
      <SellerHead seller={seller} done={said ? null : done} />
      <Refusal text={refusalText(t, failure, isThere)} className="mb-3" />
      {doneBase && !said ? (
        <Banner tone="done" role="status" className="mb-3">
          {t(`base.done_${doneBase}`)}
        </Banner>
      ) : null}
      {base ? <DeskBase base={base} failure={failure} /> : null}
      {seller.people.map((person) => (
        <DeskPerson
          key={`${person.personId}-${person.from}`}
          person={person}
          work={work}
          today={seller.today}
          failure={failure}
          revealed={revealed}
        />
      ))}
      {handover && !absence?.absence ? (
        <DeskHandover
          handover={handover}
          owners={seller.people.filter(
            ({ role, to, isVisible }) => role === 'owner' && isVisible && (to === null || to > seller.today),
          )}
          failure={failure?.intent === 'handover' ? failure : null}
        />
      ) : null}
      {absence ? <AbsenceEntry sellerId={sellerId} {...absence} isOpen={Boolean(handover?.open)} /> : null}
      <DeskProducts products={seller.products} productCount={seller.productCount} />
    </>
  )
}

/** The two forms of a base that show their own refusals. */
function isAboutBase(intent: string | null): boolean {
  return intent === 'base' || intent === 'join'
}
