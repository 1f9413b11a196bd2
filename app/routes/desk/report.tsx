import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireActor } from '~/modules/auth/require-actor.server'
import { handleClaim, isClaimForm } from '~/modules/claims/claim-form.server'
import { ClaimLine } from '~/modules/claims/components/claim-line'
import { findWork } from '~/modules/claims/find-work.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { ReportedTalk } from '~/modules/messages/components/reported-talk'
import { findReported, openReported } from '~/modules/messages/open-reported.server'
import { answerReport, closeReport, holdListing, takeReport } from '~/modules/reports/change-report.server'
import { DeskActs } from '~/modules/reports/components/desk-acts'
import { DeskReportWords } from '~/modules/reports/components/desk-report'
import { getReport } from '~/modules/reports/get-report.server'
import { openReportContact } from '~/modules/reports/open-report.server'
import { AnswerForm, CloseForm } from '~/modules/reports/schema'
import { paths, ReportParams } from '~/paths'
import { answer, handleFormData, parseParams, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'
import { Unbroken } from '~/ui/unbroken'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  const { reportId } = parseParams(params, ReportParams)
  const report = await answer(request, () => getReport({ actor, reportId }))
  const work = await findWork({ actor, queue: 'report', subjectIds: [reportId] })
  return { report, work, reportedBy: await findReported({ actor, reportId }) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'report:handle')
  const { reportId } = parseParams(params, ReportParams)
  const form = await readForm(request)
  const which = { actor, reportId }
  const intent = form.get('intent')
  const back = () => redirect(localPath(requestLocale(request), paths.deskReport({ reportId })), 303)
  if (isClaimForm(form) && intent !== 'take')
    return handleClaim({ request, form, actor, queue: 'report', back })
  if (intent === 'contact') {
    await requireFreshProof(request, actor, form)
    return handleFormData(request, form, z.object({}), async () =>
      json({ contact: await openReportContact(which) }),
    )
  }
  if (intent === 'conversation') {
    await requireFreshProof(request, actor, form)
    return handleFormData(request, form, z.object({}), async () =>
      json({ conversation: await openReported({ ...which, locale: requestLocale(request) }) }),
    )
  }
  if (intent === 'answer')
    return handleFormData(request, form, AnswerForm, async (input) => {
      await answerReport({ ...which, ...input })
      return back()
    })
  if (intent === 'close')
    return handleFormData(request, form, CloseForm, async (input) => {
      await closeReport({ ...which, ...input })
      return back()
    })
  return handleFormData(request, form, z.object({}), async () => {
    await (intent === 'hold' ? holdListing(which) : takeReport(which))
    return back()
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('reports.deskTitle'))

export default function DeskReportPage() {
  const { report, reportedBy, work } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  return (
    <>
      <header className="desk-head">
        <h1>
          <Unbroken text={t('reports.followTitle', { number: report.number })} />
        </h1>
      </header>
      <Refusal text={refusalText(t, failure, report.outcome === null)} />
      {report.outcome === null ? (
        <ClaimLine
          subjectId={report.id}
          claim={work.claims[report.id] ?? null}
          colleagues={work.colleagues}
          failure={failure?.intent === 'give' ? failure : null}
        />
      ) : null}
      <div className="duo">
        <div>
          <DeskReportWords report={report} />
          {reportedBy ? (
            <ReportedTalk
              reportId={report.id}
              side={reportedBy}
              view={said && 'conversation' in said ? said.conversation : null}
            />
          ) : null}
        </div>
        <div>
          <DeskActs
            report={report}
            contact={said && 'contact' in said ? said.contact : null}
            failure={failure}
          />
        </div>
      </div>
    </>
  )
}
