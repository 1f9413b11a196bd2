import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { requireFreshProof } from '~/modules/factors/require-fresh-proof.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { approveBatch } from '~/modules/payouts/approve-batch.server'
import { cancelBatch } from '~/modules/payouts/cancel-batch.server'
import { AfterPayment } from '~/modules/payouts/components/after-payment'
import { BatchActs } from '~/modules/payouts/components/batch-acts'
import { BatchHead } from '~/modules/payouts/components/batch-head'
import { BatchLines } from '~/modules/payouts/components/batch-lines'
import { batchStory } from '~/modules/payouts/components/batch-story'
import { ResultForm } from '~/modules/payouts/components/result-form'
import { faultTexts } from '~/modules/payouts/fault-text'
import { getBatch } from '~/modules/payouts/get-batch.server'
import { importResult } from '~/modules/payouts/import-result.server'
import { recordReturn } from '~/modules/payouts/record-return.server'
import { requestReversal } from '~/modules/payouts/request-reversal.server'
import {
  BatchSearch,
  ButtonForm,
  CancelForm,
  ImportForm,
  ReturnForm,
  ReversalForm,
} from '~/modules/payouts/schema'
import { BatchParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'
import { Timeline } from '~/ui/timeline'

export const handle = { hydrate: true }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'payout:read')
  const { batchId } = parseParams(params, BatchParams)
  const batch = await answer(request, () => getBatch({ actor, batchId }))
  return { batch, ...parseSearch(request, BatchSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'payout:read')
  await limitUploads(request, actor)
  const { batchId } = parseParams(params, BatchParams)
  const form = await readForm(request)
  const back = (query = '') =>
    redirect(localPath(requestLocale(request), `${paths.deskPayout({ batchId })}${query}`), 303)
  switch (form.get('intent')) {
    case 'approve':
      await requireActor(request, 'payout:approve')
      await requireFreshProof(request, actor, form)
      return handleFormData(request, form, ButtonForm, async () => {
        await approveBatch({ actor, batchId })
        return back()
      })
    case 'cancel':
      await requireActor(request, 'payout:prepare')
      return handleFormData(request, form, CancelForm, async ({ reason }) => {
        await cancelBatch({ actor, batchId, reason })
        return back()
      })
    case 'import':
      await requireActor(request, 'payout:settle')
      return handleFormData(request, form, ImportForm, async ({ file }) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const { paid, failed, faults } = await importResult({ actor, batchId, bytes })
        if (faults.length === 0) return back(`?imported=${paid + failed > 0 ? 'new' : 'same'}`)
        const t = translator(requestLocale(request))
        const refusal = t('payout.importFaults', { count: faults.length })
        return json({ refusal, faults: faultTexts(faults, t) }, 422)
      })
    case 'return':
      await requireActor(request, 'payout:settle')
      return handleFormData(request, form, ReturnForm, async ({ lineId, reason }) => {
        await recordReturn({ actor, batchId, lineId, reason })
        return back()
      })
    case 'reverse':
      await requireActor(request, 'payout:settle')
      return handleFormData(request, form, ReversalForm, async ({ lineId, amount }) => {
        await requestReversal({ actor, batchId, lineId, amountFen: amount })
        return back()
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction<typeof loader> = ({ location, data }) =>
  privateMeta(location.pathname, (t) =>
    data ? t('payout.batch', { number: data.batch.number }) : t('payout.title'),
  )

export default function DeskPayout() {
  const { batch, imported } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, locale } = useTranslator()
  const failure = said && 'errors' in said ? said : null
  const importFailure = failure?.intent === 'import' ? failure : null
  const refused = said && 'faults' in said ? said : null
  const result = importFailure
    ? { refusal: importFailure.errors.file ?? importFailure.formError, faults: [] }
    : refused
  return (
    <>
      <BatchHead batch={batch} imported={failure ? null : imported} />
      <Refusal text={refusalText(t, importFailure ? null : failure, batch.state === 'prepared')} />
      <div className="duo">
        <BatchLines lines={batch.lines} totalFen={batch.totalFen} />
        <div className="grid gap-6 content-start">
          <section>
            <h2>{t('payout.story')}</h2>
            <Timeline label={t('payout.story')} events={batchStory({ batch, t, locale })} />
          </section>
          <BatchActs batch={batch} failure={failure} />
          {batch.rail === 'bank_file' && (batch.state === 'approved' || result) ? (
            <ResultForm answer={result} template={batch.template} isNext={batch.fileChecksum !== null} />
          ) : null}
          <AfterPayment batch={batch} failure={failure} />
        </div>
      </div>
    </>
  )
}
