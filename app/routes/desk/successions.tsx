import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { QueuePages } from '~/modules/claims/components/queue-pages'
import { PageSearch } from '~/modules/claims/queue-page'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { ProposeForm, SuccessionItem } from '~/modules/payouts/components/succession-forms'
import { decideSuccession } from '~/modules/payouts/decide-succession.server'
import { findSucceedable } from '~/modules/payouts/find-succeedable.server'
import { findSuccessions } from '~/modules/payouts/find-successions.server'
import { proposeSuccession } from '~/modules/payouts/propose-succession.server'
import { DecideSuccessionForm, ProposeSuccessionForm } from '~/modules/payouts/schema'
import { paths } from '~/paths'
import { handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Refusal } from '~/ui/refusal'

export function headers() {
  return { 'Cache-Control': 'no-store' }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'payout:read')
  const [successions, parties] = await Promise.all([
    findSuccessions({ actor, ...parseSearch(request, PageSearch) }),
    findSucceedable(),
  ])
  return { successions, parties }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'payout:approve')
  await limitUploads(request, actor)
  const form = await readForm(request)
  const back = () => redirect(localPath(requestLocale(request), paths.deskSuccessions()), 303)
  const intent = form.get('intent')
  if (intent === 'propose') {
    return handleFormData(request, form, ProposeSuccessionForm, async ({ evidence, ...input }) => {
      const bytes = new Uint8Array(await evidence.arrayBuffer())
      await proposeSuccession({ actor, ...input, evidence: bytes })
      return back()
    })
  }
  return handleFormData(request, form, DecideSuccessionForm, async ({ successionId }) => {
    await decideSuccession({ actor, successionId, isApproved: intent === 'approve' })
    return back()
  })
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('payout.successions'))

export default function DeskSuccessions() {
  const { successions, parties } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t, href } = useTranslator()
  const { rows, page, total } = successions
  const failure = said && 'errors' in said ? said : null
  return (
    <>
      <header className="desk-head">
        <h1>{t('payout.successions')}</h1>
      </header>
      <Refusal text={refusalText(t, failure)} />
      <div className="duo">
        <section>
          {rows.length === 0 ? <p className="quiet">{t('payout.successionsEmpty')}</p> : null}
          <ul className="grid gap-4">
            {rows.map((row) => (
              <SuccessionItem key={row.id} row={row} />
            ))}
          </ul>
          <QueuePages list={href(paths.deskSuccessions())} page={page} total={total} />
        </section>
        <ProposeForm parties={parties} failure={failure?.intent === 'propose' ? failure : null} />
      </div>
    </>
  )
}
