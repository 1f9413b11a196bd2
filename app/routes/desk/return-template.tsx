import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { findOwnTemplate } from '~/modules/returns/find-template.server'
import { saveTemplate } from '~/modules/returns/save-template.server'
import { TemplateForm, TemplateSearch } from '~/modules/returns/schema'
import { allCodes, written } from '~/modules/returns/template-codes'
import { paths } from '~/paths'
import { handleForm, parseSearch } from '~/platform/form.server'
import { formatDay } from '~/platform/i18n/format'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { DecideForm } from '~/ui/decide-form'
import { Field } from '~/ui/field'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  return { inUse: await findOwnTemplate(actor), ...parseSearch(request, TemplateSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'return:confirm')
  return handleForm(request, TemplateForm, async ({ file }) => {
    await saveTemplate({ actor, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return redirect(localPath(requestLocale(request), paths.deskReturnTemplate({ said: 'changed' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('returns.template'))

export default function DeskReturnTemplate() {
  const { inUse, said } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, locale } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('returns.template')}</h1>
        <p>{t('returns.templateLead')}</p>
      </header>
      <Refusal text={refusalText(t, failed)} />
      {said === 'changed' && !failed ? (
        <Banner tone="done" role="status">
          {t('returns.templateDone')}
        </Banner>
      ) : null}
      <p>
        {inUse === null
          ? t('returns.templateOwn')
          : t('returns.templateNow', { name: inUse.fileName, day: formatDay(locale, inUse.uploadedOn) })}
      </p>
      <DecideForm act={t('returns.templateAct')} isUpload>
        <Field
          id="file"
          name="file"
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          label={t('returns.templateFile')}
          hint={t('returns.templateHint')}
          error={failed?.errors.file}
          required
        />
      </DecideForm>
      <section className="desk-section">
        <h2>{t('returns.templateCodes')}</h2>
        <p className="num" lang="zh-CN">
          {allCodes.map(written).join('  ')}
        </p>
      </section>
    </>
  )
}
