import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { askCorrection } from '~/modules/records/ask-correction.server'
import { CorrectionForm } from '~/modules/records/components/correction-form'
import { DataWays } from '~/modules/records/components/data-ways'
import { OwnHouseholdView } from '~/modules/records/components/own-household'
import { OwnRecordView } from '~/modules/records/components/own-record'
import { confirmRecord } from '~/modules/records/confirm-record.server'
import { findOwnRecord } from '~/modules/records/find-own-record.server'
import { ConfirmForm, CorrectForm, RecordSearch } from '~/modules/records/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'record:own')
  return { record: await findOwnRecord({ actor }), ...parseSearch(request, RecordSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'record:own')
  const form = await readForm(request)
  const back = (done: string) =>
    redirect(localPath(requestLocale(request), paths.studioRecord({ done })), 303)
  if (form.get('intent') === 'correct')
    return handleFormData(request, form, CorrectForm, async (input) => {
      await askCorrection({ actor, ...input })
      return back('asked')
    })
  return handleFormData(request, form, ConfirmForm, async ({ sellerId }) => {
    await confirmRecord({ actor, sellerId })
    return back('confirmed')
  })
}

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('records.title'))

export default function StudioRecord() {
  const { record, done } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <h1 className="studio-heading">{t('records.title')}</h1>
      <p className="studio-lead">{t('records.lead')}</p>
      <Refusal text={refusalText(t, failure)} />
      {done && !failure ? (
        <Banner tone="done" role="status">
          {t(`records.done_${done}`)}
        </Banner>
      ) : null}
      <div className="studio-form">
        <OwnRecordView record={record} />
        <OwnHouseholdView household={record.household} />
        <CorrectionForm corrections={record.corrections} failure={failure} />
        <DataWays />
      </div>
    </>
  )
}
