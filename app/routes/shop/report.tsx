import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findActor } from '~/modules/auth/find-actor.server'
import { allowAnyone } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { ReportForm } from '~/modules/reports/components/report-form'
import { createReport } from '~/modules/reports/create-report.server'
import { findSubject } from '~/modules/reports/find-subject.server'
import { ReportForm as Fields, ReportSearch } from '~/modules/reports/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { WholeWords } from '~/ui/whole-words'

export async function loader({ request }: LoaderFunctionArgs) {
  allowAnyone(request)
  const { kind, ...about } = parseSearch(request, ReportSearch)
  const { title } = await findSubject(about, requestLocale(request))
  return { kind, about, title }
}

export async function action({ request, context }: ActionFunctionArgs) {
  allowAnyone(request)
  await limitUploads(request, context)
  const locale = requestLocale(request)
  const actor = await findActor(request)
  const form = await readForm(request)
  const files: Uint8Array[] = []
  for (const file of form.getAll('evidence'))
    if (file instanceof File && file.size > 0) files.push(new Uint8Array(await file.arrayBuffer()))
  form.delete('evidence')
  return handleFormData(request, form, Fields, async (input) => {
    const followed = await createReport({
      form: input,
      files,
      userId: actor?.userId ?? null,
      locale,
      address: context.clientAddress,
    })
    return redirect(localPath(locale, paths.followReport(followed, { new: 'yes' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [{ title: `${t('reports.title')} · ${t('common.brand')}` }, { name: 'robots', content: 'noindex' }]
}

export default function Report() {
  const { kind, about, title } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>
          <WholeWords text={t('reports.title')} />
        </h1>
        <p>{t('reports.lead')}</p>
      </header>
      <ReportForm kind={kind} about={about} title={title} failure={failure} />
    </div>
  )
}
