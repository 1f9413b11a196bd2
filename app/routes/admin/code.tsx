import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { EndTerm, MergeTerm, RenameTerm } from '~/modules/codes/components/term-forms'
import { TermStanding } from '~/modules/codes/components/term-table'
import { endTerm } from '~/modules/codes/end-term.server'
import { getTerm } from '~/modules/codes/find-codes.server'
import { mergeTerm } from '~/modules/codes/merge-term.server'
import { renameTerm } from '~/modules/codes/rename-term.server'
import { EndForm, listTitle, MergeForm, RenameForm, TermSearch } from '~/modules/codes/schema'
import { CodeParams, paths } from '~/paths'
import { answer, handleFormData, parseParams, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'code:change')
  const { termId } = parseParams(params, CodeParams)
  const page = await answer(request, () => getTerm({ actor, termId }))
  return { page, ...parseSearch(request, TermSearch) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'code:change')
  const { termId } = parseParams(params, CodeParams)
  const form = await readForm(request)
  const back = (said: string) =>
    redirect(localPath(requestLocale(request), paths.adminCode({ termId, said })), 303)
  switch (form.get('intent')) {
    case 'rename':
      return handleFormData(request, form, RenameForm, async (input) => {
        await renameTerm({ actor, termId, ...input })
        return back('renamed')
      })
    case 'end':
      return handleFormData(request, form, EndForm, async (input) => {
        await endTerm({ actor, termId, ...input })
        return back('ended')
      })
    case 'merge':
      return handleFormData(request, form, MergeForm, async (input) => {
        await mergeTerm({ actor, termId, ...input })
        return back('merged')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('codes.title'))

export default function AdminCode() {
  const { page, said } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t, locale, href } = useTranslator()
  const { term, list } = page
  const of = (intent: string) => (failure?.intent === intent ? failure : null)
  const isMerged = term.standing === 'merged'
  return (
    <>
      <header className="desk-head">
        <h1>{locale === 'en' ? term.nameEn : term.nameZh}</h1>
        <p>
          {t(listTitle[list])} · <span className="num">{term.code}</span>
        </p>
      </header>
      <Refusal text={refusalText(t, failure, !isMerged)} />
      {said && !failure ? (
        <Banner tone="done" role="status">
          {t(`codes.said_${said}`)}
        </Banner>
      ) : null}
      <div className="pb-3">
        <TermStanding term={term} />
        <p className="quiet num">{t('codes.uses', { count: term.uses })}</p>
      </div>
      {term.formerNames.length > 0 ? (
        <p>{t('places.former', { names: term.formerNames.join(t('places.comma')) })}</p>
      ) : null}
      {isMerged || page.isHers ? null : <p className="quiet">{t('codes.notHers')}</p>}
      {isMerged || !page.isHers ? null : (
        <div className="duo duo-even">
          <RenameTerm page={page} failure={of('rename')} />
          <EndTerm page={page} failure={of('end')} />
          <MergeTerm page={page} failure={of('merge')} />
        </div>
      )}
      <p className="desk-foot">
        <a className="link link-line" href={href(paths.adminCodes())}>
          {t('codes.backToAll')}
        </a>
      </p>
    </>
  )
}
