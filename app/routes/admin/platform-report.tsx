import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { ReportTable } from '~/modules/platform-reports/components/report-table'
import { findReport } from '~/modules/platform-reports/find-report.server'
import { makeReport } from '~/modules/platform-reports/make-report.server'
import { quarterName } from '~/modules/platform-reports/quarters'
import { FileForm, MakeForm, ReportSearch } from '~/modules/platform-reports/schema'
import { paths } from '~/paths'
import { fieldOf } from '~/platform/field-of'
import { answer, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { formatInstant } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { DecideForm } from '~/ui/decide-form'
import { Field, SelectField } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, 'platform:report')
  const { said, ...asked } = parseSearch(request, ReportSearch)
  return { ...(await answer(request, () => findReport(asked))), said }
}

/** The file is led to, which asks for a fresh code. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'platform:report')
  const form = await readForm(request)
  if (form.get('intent') === 'file')
    return handleFormData(request, form, FileForm, async ({ reportId, reason }) => {
      const file = paths.adminPlatformReportFile({ reportId }, { reason })
      return redirect(localPath(requestLocale(request), file), 303)
    })
  return handleFormData(request, form, MakeForm, async ({ quarter, reason }) => {
    await makeReport({ actor, quarter, reason })
    const made = paths.adminPlatformReport({ quarter: quarterName(quarter), said: 'made' })
    return redirect(localPath(requestLocale(request), made), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('platformReport.title'))

export default function AdminPlatformReport() {
  const { quarter, quarters, versions, report, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const name = quarterName(quarter)
  const made = failure?.intent === 'file' ? null : (failure ?? null)
  const fileFailure = failure?.intent === 'file' ? failure : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('platformReport.title')}</h1>
        <p>{name}</p>
      </header>
      <Refusal text={failure?.errors.reason ? null : refusalText(t, failure)} />
      {said === 'made' && report && !failure ? (
        <Banner tone="done" role="status">
          {t('platformReport.made', { version: report.version })}
        </Banner>
      ) : null}
      <p className="quiet py-2">{t('platformReport.lead')}</p>
      <form className="desk-filter" action={href(paths.adminPlatformReport())}>
        <SelectField
          id="quarter"
          name="quarter"
          label={t('platformReport.quarter')}
          defaultValue={name}
          choices={quarters.map((one) => ({ value: quarterName(one), text: quarterName(one) }))}
        />
        <Button kind="line">{t('platformReport.show')}</Button>
      </form>
      {report ? (
        <section className="desk-section">
          <h2>{t('platformReport.version', { version: report.version })}</h2>
          {report.isWhole ? null : <Banner tone="wait">{t('platformReport.notWhole')}</Banner>}
          <ReportTable report={report} />
          <DecideForm
            title={t('platformReport.fileTitle')}
            act={t('platformReport.file')}
            intent="file"
            hidden={{ reportId: report.id }}
          >
            <p className="quiet pb-3">{t('platformReport.fileText')}</p>
            <Field
              id="file-reason"
              label={t('platformReport.fileReason')}
              {...fieldOf(fileFailure, 'reason')}
              maxLength={300}
              required
            />
          </DecideForm>
        </section>
      ) : (
        <p className="desk-section">{t('platformReport.none')}</p>
      )}
      <DecideForm
        act={t(report ? 'platformReport.makeAgain' : 'platformReport.make')}
        hidden={{ quarter: name }}
        kind={report ? 'line' : 'seal'}
      >
        {report ? (
          <Field
            id="reason"
            label={t('platformReport.reason')}
            hint={t('platformReport.makeAgainHint')}
            {...fieldOf(made, 'reason')}
            maxLength={300}
          />
        ) : null}
      </DecideForm>
      {versions.length > 0 ? <Versions quarter={name} versions={versions} /> : null}
    </>
  )
}

type VersionsProps = { quarter: string; versions: Awaited<ReturnType<typeof findReport>>['versions'] }

function Versions({ quarter, versions }: VersionsProps) {
  const { t, locale, href } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('platformReport.versionsTitle')}</h2>
      <ul>
        {versions.map(({ version, madeAt, who, reason }) => (
          <li key={version} className="py-1">
            <a
              className="link link-line"
              href={href(paths.adminPlatformReport({ quarter, version: String(version) }))}
            >
              {t('platformReport.version', { version })}
            </a>{' '}
            <span className="quiet">
              {t('platformReport.versionLine', { when: formatInstant(locale, new Date(madeAt)), who })}
              {reason ? ` · ${reason}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
