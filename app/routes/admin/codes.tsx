import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { addTerm } from '~/modules/codes/add-term.server'
import { AddTerm } from '~/modules/codes/components/term-forms'
import { TermTable } from '~/modules/codes/components/term-table'
import { findCodes } from '~/modules/codes/find-codes.server'
import { AddForm, CodesSearch, listTitle } from '~/modules/codes/schema'
import { paths } from '~/paths'
import { type FormFailure, handleForm, parseSearch } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'code:change')
  return { ...(await findCodes({ actor })), ...parseSearch(request, CodesSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'code:change')
  return handleForm(request, AddForm, async (input) => {
    await addTerm({ actor, ...input })
    return redirect(localPath(requestLocale(request), paths.adminCodes({ said: 'added' })), 303)
  })
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('codes.title'))

export default function AdminCodes() {
  const { tables, today, isHers, said } = useLoaderData<typeof loader>()
  const failure = useActionData<FormFailure>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <header className="desk-head">
        <h1>{t('codes.title')}</h1>
        <p>{t('codes.lead')}</p>
      </header>
      <Refusal text={refusalText(t, failure)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`codes.said_${said}`)}
        </Banner>
      ) : null}
      {tables.map(({ list, terms }) => (
        <section key={list} className="desk-section">
          <h2>{t(listTitle[list])}</h2>
          <TermTable caption={t(listTitle[list])} rows={terms} />
        </section>
      ))}
      {isHers ? <AddTerm failure={failure} today={today} /> : <p className="quiet">{t('codes.notHers')}</p>}
    </>
  )
}
