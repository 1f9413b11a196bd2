import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { importAssistance, type ListFault } from '~/modules/assistance/import-assistance.server'
import { ListForm } from '~/modules/assistance/schema'
import { requireActor } from '~/modules/auth/require-actor.server'
import { paths } from '~/paths'
import { type FormFailure, handleForm } from '~/platform/form.server'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

/** Faults told at most; the count above them is of all. */
const mostTold = 50

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'household:import')
  return null
}

/** Takes a list of what households were given, whole or not at all. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'household:import')
  return handleForm(request, ListForm, async ({ file }) => {
    const { count, faults } = await importAssistance({
      actor,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })
    return json(
      { count, faults: faults.slice(0, mostTold), faultCount: faults.length },
      { status: faults.length > 0 ? 422 : 200 },
    )
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('assistance.listTitle'))

export default function DeskAssistance() {
  const said = useActionData<FormFailure | { count: number; faults: ListFault[]; faultCount: number }>()
  const { t, href } = useTranslator()
  const failure = said && 'errors' in said ? said : undefined
  const result = said && 'faults' in said ? said : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('assistance.listTitle')}</h1>
        <p>{t('assistance.apart')}</p>
      </header>
      <Refusal text={failure?.errors.file ? null : refusalText(t, failure, false)} />
      {result && result.faultCount === 0 ? (
        <Banner tone="done" role="status">
          {t('assistance.listDone', { count: result.count })}
        </Banner>
      ) : null}
      {result && result.faultCount > 0 ? (
        <Banner tone="wait" role="alert">
          <p>
            <b>{t('assistance.listFaults', { count: result.faultCount })}</b>
          </p>
          <ul>
            {result.faults.map(({ row, key, params }) => (
              <li key={row}>{t('assistance.row', { row, text: t(key, params) })}</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <p>{t('assistance.listLead')}</p>
      <DecideForm act={t('assistance.listAct')} isUpload>
        <Field
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          label={t('assistance.listFile')}
          error={failure?.errors.file}
          required
        />
      </DecideForm>
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.deskIncomes())}>
          {t('incomes.title')}
        </a>
      </p>
    </>
  )
}
