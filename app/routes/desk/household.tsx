import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { HouseholdAssistanceSection } from '~/modules/assistance/components/household-assistance'
import { crossOutAssistance } from '~/modules/assistance/cross-out-assistance.server'
import { enterAssistance } from '~/modules/assistance/enter-assistance.server'
import { findAssistance } from '~/modules/assistance/find-assistance.server'
import { CrossOutForm, EnterForm } from '~/modules/assistance/schema'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { addMember } from '~/modules/households/add-member.server'
import { changeStatus } from '~/modules/households/change-status.server'
import { HouseholdFactsSection } from '~/modules/households/components/household-facts'
import { HouseholdIncome } from '~/modules/households/components/household-income'
import { HouseholdMembers } from '~/modules/households/components/household-members'
import { HouseholdStatuses } from '~/modules/households/components/household-statuses'
import { JoinSection } from '~/modules/households/components/join-section'
import { LinkHistory } from '~/modules/households/components/link-history'
import { endMember } from '~/modules/households/end-member.server'
import { enterFacts } from '~/modules/households/enter-facts.server'
import { findPeople } from '~/modules/households/find-people.server'
import { getHousehold } from '~/modules/households/get-household.server'
import { revealCadrePhone } from '~/modules/households/reveal-cadre-phone.server'
import { revealNumber } from '~/modules/households/reveal-number.server'
import {
  AddMemberForm,
  ChangeFactsForm,
  ChangeStatusForm,
  FindForm,
  HouseholdSearch,
  LeaveForm,
  otherCauses,
  RevealCadreForm,
  RevealNumberForm,
} from '~/modules/households/schema'
import { HouseholdParams, paths } from '~/paths'
import {
  answer,
  handleFormData,
  parseParams,
  parseSearch,
  readForm,
  readQuestion,
} from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
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
  const actor = await requireActor(request, 'household:read')
  const { householdId } = parseParams(params, HouseholdParams)
  const { month, joined, said } = parseSearch(request, HouseholdSearch)
  const { asked, failure: unasked } = readQuestion(request, FindForm)
  const find = asked?.find ?? ''
  const page = await answer(request, () => getHousehold({ actor, householdId, month }))
  const people = find ? await findPeople({ actor, words: find }) : []
  const assistance = await findAssistance({ actor, householdId, locale: requestLocale(request) })
  return { page, people, find, unasked, joined, said, assistance }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:verify')
  const { householdId } = parseParams(params, HouseholdParams)
  const form = await readForm(request)
  const back = (query: Record<string, string>) =>
    redirect(localPath(requestLocale(request), paths.deskHousehold({ householdId }, query)), 303)
  if (form.get('intent') === 'assistance')
    return handleFormData(request, form, EnterForm, async (input) => {
      await enterAssistance({ actor, householdId, ...input })
      return back({ said: 'saved' })
    })
  if (form.get('intent') === 'cross-out')
    return handleFormData(request, form, CrossOutForm, async (input) => {
      await crossOutAssistance({ actor, householdId, ...input })
      return back({ said: 'struck' })
    })
  if (form.get('intent') === 'status')
    return handleFormData(request, form, ChangeStatusForm, async (input) => {
      await changeStatus({ actor, householdId, ...input })
      return back({ said: 'status' })
    })
  if (form.get('intent') === 'facts')
    return handleFormData(request, form, ChangeFactsForm, async (input) => {
      await enterFacts({ actor, householdId, ...input, otherCauses: otherCauses(form) })
      return back({ said: 'facts' })
    })
  if (form.get('intent') === 'reveal') {
    await requireFreshProof(request, actor, form)
    return handleFormData(request, form, RevealNumberForm, async ({ which, revealReason: reason }) =>
      json({ revealed: { ...which, number: await revealNumber({ actor, householdId, ...which, reason }) } }),
    )
  }
  if (form.get('intent') === 'reveal-cadre') {
    await requireFreshProof(request, actor, form)
    return handleFormData(request, form, RevealCadreForm, async ({ factsId, cadreReason: reason }) =>
      json({
        cadre: { factsId, number: await revealCadrePhone({ actor, householdId, factsId, reason }) },
      }),
    )
  }
  if (form.get('intent') === 'leave')
    return handleFormData(request, form, LeaveForm, async (input) => {
      await endMember({ actor, householdId, ...input })
      return back({ said: 'left' })
    })
  return handleFormData(request, form, AddMemberForm, async (input) => {
    await addMember({ actor, householdId, ...input })
    return back({ joined: '1' })
  })
}

const saidText = {
  registered: 'register.registered',
  saved: 'assistance.saved',
  struck: 'assistance.struck',
  status: 'household.statusDone',
  left: 'household.leaveDone',
  facts: 'household.factsDone',
} as const

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? t('household.one', { code: data.page.code }) : t('household.title'),
  )

export default function DeskHousehold() {
  const { page, people, find, unasked, joined, said, assistance } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t, locale, href } = useTranslator()
  const refused = answered && 'errors' in answered ? answered : null
  const failureOf = (...intents: (string | null)[]) =>
    refused && intents.includes(refused.intent) ? refused : null
  const names = new Map(page.members.flatMap(({ personId, name }) => (name ? [[personId, name]] : [])))
  return (
    <>
      <header className="desk-head">
        <h1>{t('household.one', { code: page.code })}</h1>
        <p>{locale === 'en' ? page.place.en : page.place.zh}</p>
      </header>
      <Refusal text={refusalText(t, refused, refused?.intent !== null || people.length > 0)} />
      {joined && !answered ? (
        <Banner tone="done" role="status">
          {t('household.joined')}
        </Banner>
      ) : null}
      {said && !answered ? (
        <Banner tone="done" role="status">
          {t(saidText[said])}
        </Banner>
      ) : null}
      <HouseholdIncome page={page} />
      <HouseholdAssistanceSection assistance={assistance} failure={failureOf('assistance', 'cross-out')} />
      <HouseholdFactsSection
        facts={page.facts}
        revealed={answered && 'cadre' in answered ? answered.cadre : null}
        failure={failureOf('facts', 'reveal-cadre')}
      />
      <HouseholdMembers
        members={page.members}
        today={page.today}
        revealed={answered && 'revealed' in answered ? answered.revealed : null}
        failure={failureOf('leave', 'reveal')}
      />
      <HouseholdStatuses page={page} failure={failureOf('status')} />
      <section className="desk-section">
        <h2>{t('household.links')}</h2>
        {page.links.length === 0 ? (
          <p className="quiet">{t('household.linksEmpty')}</p>
        ) : (
          <LinkHistory links={page.links} names={names} />
        )}
      </section>
      <JoinSection
        find={find}
        unasked={unasked}
        people={people}
        today={page.today}
        failure={failureOf(null)}
      />
      <p className="desk-foot">
        {t('household.source', { source: page.sourceDocument })} {t('household.opened')}{' '}
        <a className="link" href={href(paths.deskAudit({ about: page.id }))}>
          {t('audit.history')}
        </a>
      </p>
    </>
  )
}
