import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { agreeHandover, endHandover, requestHandoverCode } from '~/modules/handovers/answer-handover.server'
import { OwnAbsence } from '~/modules/handovers/components/own-absence'
import { OwnHandover } from '~/modules/handovers/components/own-handover'
import { findOwnAbsences } from '~/modules/handovers/find-absence.server'
import { findOwnHandovers } from '~/modules/handovers/find-handovers.server'
import { AgreeHandoverForm, HandoverForm, HandoversSearch } from '~/modules/handovers/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  return {
    handovers: await findOwnHandovers({ actor }),
    absences: await findOwnAbsences({ actor }),
    ...parseSearch(request, HandoversSearch),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const form = await readForm(request)
  const back = (done: string) =>
    redirect(localPath(requestLocale(request), paths.accountHandovers({ done })), 303)
  switch (form.get('intent')) {
    case 'code':
      return handleFormData(request, form, HandoverForm, async ({ handoverId }) => {
        const asked = await requestHandoverCode({ actor, handoverId, address: context.clientAddress })
        return 'said' in asked ? back(asked.said) : json({ sent: { handoverId, ...asked } })
      })
    case 'agree':
      return handleFormData(request, form, AgreeHandoverForm, async ({ handoverId, code }) =>
        back(await agreeHandover({ actor, handoverId, code })),
      )
    case 'end':
      return handleFormData(request, form, HandoverForm, async ({ handoverId }) => {
        await endHandover({ actor, handoverId, by: 'herself' })
        return back('ended')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('handover.title'))

export default function AccountHandovers() {
  const { handovers, absences, done } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  // said beside the form that it is about, as long as that stands on the page
  const isThere = handovers.some(({ id, hasAgreed }) => id === failure?.values.handoverId && !hasAgreed)
  const sent = said && 'sent' in said ? said.sent : null
  return (
    <div className="wrap max-w-[44rem] pb-14">
      <header className="page-head">
        <h1>{t('handover.title')}</h1>
      </header>
      {isThere ? null : <Refusal text={refusalText(t, failure, false)} className="mb-6" />}
      {done && !said ? (
        <Banner tone="done" role="status" className="mb-6">
          <p>{t(`handover.done_${done}`)}</p>
          {done === 'given' ? (
            <a className="link-line" href={href(paths.accountClose())}>
              {t('handover.done_givenClose')}
            </a>
          ) : null}
          {done === 'taken' ? (
            <>
              <a className="link-line mr-6" href={href(paths.studioSettings())}>
                {t('handover.done_takenCard')}
              </a>
              <a className="link-line" href={href(paths.studioRecord())}>
                {t('handover.done_takenRecord')}
              </a>
            </>
          ) : null}
        </Banner>
      ) : null}
      {handovers.some(({ id }) => !absences[id]) ? <p className="mb-6">{t('handover.ownLead')}</p> : null}
      {handovers.length === 0 && !done ? <p className="quiet">{t('handover.none')}</p> : null}
      {handovers.map((one) => {
        const absence = absences[one.id] ?? null
        return absence && one.side === 'from' ? (
          <OwnAbsence key={one.id} handover={one} {...absence} />
        ) : (
          <OwnHandover
            key={one.id}
            handover={one}
            absence={absence}
            failure={failure?.values.handoverId === one.id ? failure : null}
            sent={sent?.handoverId === one.id ? sent : null}
          />
        )
      })}
    </div>
  )
}
