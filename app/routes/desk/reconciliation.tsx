import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { compareNow } from '~/modules/reconciliation/compare-now.server'
import { ExplainedDifferences, OpenDifferences } from '~/modules/reconciliation/components/differences-table'
import { LastRuns } from '~/modules/reconciliation/components/last-runs'
import { StatementForm as StatementUpload } from '~/modules/reconciliation/components/statement-form'
import { explainDifference } from '~/modules/reconciliation/explain-difference.server'
import { findDifferences } from '~/modules/reconciliation/find-differences.server'
import { importStatement } from '~/modules/reconciliation/import-statement.server'
import {
  CompareForm,
  ExplainForm,
  ReconciliationSearch,
  StatementForm,
} from '~/modules/reconciliation/schema'
import { statementFaults } from '~/modules/reconciliation/statement-faults'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'reconciliation:run')
  return { ...(await findDifferences()), ...parseSearch(request, ReconciliationSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'reconciliation:run')
  await limitUploads(request, actor)
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.deskReconciliation({ said })), 303)
  switch (form.get('intent')) {
    case 'compare':
      return handleFormData(request, form, CompareForm, async ({ source }) => {
        await compareNow({ source })
        return back('compared')
      })
    case 'explain':
      return handleFormData(request, form, ExplainForm, async (input) => {
        await explainDifference({ actor, ...input })
        return back('explained')
      })
    case 'import':
      return handleFormData(request, form, StatementForm, async ({ file }) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const { faults } = await importStatement({ actor, bytes })
        if (faults.length > 0) return json(statementFaults(faults, translator(requestLocale(request))), 422)
        await compareNow({ source: 'bank' })
        return back('imported')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('reconciliation.title'))

export default function DeskReconciliation() {
  const { open, openCount, explained, runs, said } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslator()
  const failure = answer && 'errors' in answer ? answer : null
  const refused = answer && 'faults' in answer ? answer : null
  const explainFailure =
    failure?.intent === 'explain' && failure.errors.explanation
      ? {
          differenceId: failure.values.differenceId ?? '',
          error: failure.errors.explanation,
          typed: failure.values.explanation ?? '',
        }
      : null
  const fileError = failure?.intent === 'import' ? failure.errors.file : null
  const isExplainable = open.some(({ id }) => id === explainFailure?.differenceId)
  const isBesideField = fileError || (explainFailure && isExplainable)
  return (
    <>
      <header className="desk-head">
        <h1>{t('reconciliation.title')}</h1>
        <p>{openCount > 0 ? t('reconciliation.openCount', { count: openCount }) : null}</p>
      </header>
      {said && !answer ? (
        <Banner tone="done" role="status">
          {t(`reconciliation.said_${said}`)}
        </Banner>
      ) : null}
      <Refusal text={isBesideField ? null : refusalText(t, failure, failure?.intent !== 'explain')} />
      <p className="quiet">{t('reconciliation.lead')}</p>
      <section className="desk-section">
        <h2>{t('reconciliation.openTitle')}</h2>
        {open.length === 0 ? (
          <p className="quiet">
            {t(runs.length > 0 ? 'reconciliation.allAgrees' : 'reconciliation.neverCompared')}
          </p>
        ) : (
          <OpenDifferences rows={open} failure={explainFailure} />
        )}
        {openCount > open.length ? (
          <p className="quiet">{t('reconciliation.moreOpen', { shown: open.length, count: openCount })}</p>
        ) : null}
      </section>
      <div className="duo duo-even">
        <LastRuns runs={runs} />
        <StatementUpload answer={refused ?? (fileError ? { refusal: fileError, faults: [] } : null)} />
      </div>
      {explained.length > 0 ? (
        <section className="desk-section">
          <h2>{t('reconciliation.explainedTitle')}</h2>
          <ExplainedDifferences rows={explained} />
        </section>
      ) : null}
    </>
  )
}
