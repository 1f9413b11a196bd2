import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/modules/auth/require-actor.server'
import { CollectedParts } from '~/modules/collections/components/collected-parts'
import { GiveBackForms, SendCollectedForm } from '~/modules/collections/components/send-collected-form'
import { giveBack } from '~/modules/collections/end-collection.server'
import { findCollections } from '~/modules/collections/find-collections.server'
import { receiveCollected } from '~/modules/collections/receive-collected.server'
import { CollectionSearch, GiveBackForm, ReceiveForm, SendForm } from '~/modules/collections/schema'
import { sendCollected } from '~/modules/collections/send-collected.server'
import { paths } from '~/paths'
import { answer, handleFormData, parseSearch, readForm } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Refusal } from '~/ui/refusal'

export const handle = { hydrate: true }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  const lists = await answer(request, () => findCollections({ actor, locale: requestLocale(request) }))
  return { ...lists, ...parseSearch(request, CollectionSearch) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'work:ship')
  const form = await readForm(request)
  const back = (done: 'received' | 'sent' | 'returned') =>
    redirect(`${localPath(requestLocale(request), paths.studioCollection())}?done=${done}`, 303)
  switch (form.get('intent')) {
    case 'receive':
      return handleFormData(request, form, ReceiveForm, async ({ part }) => {
        await receiveCollected({ actor, sellerOrderIds: part })
        return back('received')
      })
    case 'return':
      return handleFormData(request, form, GiveBackForm, async ({ part }) => {
        await giveBack({ actor, sellerOrderId: part })
        return back('returned')
      })
    default:
      return handleFormData(request, form, SendForm, async ({ part, carrier, trackingNumber }) => {
        await sendCollected({ actor, sellerOrderIds: part, carrier, trackingNumber })
        return back('sent')
      })
  }
}

export const meta: MetaFunction = ({ location }) =>
  privateMeta(location.pathname, (t) => t('collection.title'))

export default function StudioCollection() {
  const { base, toReceive, toSend, toGiveBack, done } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const { t } = useTranslator()
  const refused = said && 'errors' in said ? said : null
  const isSending = refused?.intent === 'send'
  return (
    <>
      <h1 className="studio-heading">{t('collection.title')}</h1>
      <p className="studio-lead">{t('collection.lead', { base })}</p>
      <Refusal text={refusalText(t, refused)} />
      {done && !refused ? (
        <Banner tone="done" role="status">
          {t(`collection.${done}`)}
        </Banner>
      ) : null}
      {toReceive.length + toSend.length + toGiveBack.length === 0 ? (
        <EmptyState title={t('collection.empty')} text={t('collection.emptyText')} />
      ) : null}
      {toReceive.length > 0 ? (
        <section className="studio-section">
          <form method="post" className="studio-form" noValidate>
            <CollectedParts
              id="receive"
              title={t('collection.toReceive')}
              error={refused?.intent === 'receive' ? refused.errors.part : undefined}
              parts={toReceive}
            />
            <Button size={68} wide name="intent" value="receive">
              {t('collection.receiveAct')}
            </Button>
          </form>
        </section>
      ) : null}
      <SendCollectedForm parts={toSend} failure={isSending ? refused : null} />
      {toGiveBack.length > 0 ? (
        <section className="studio-section">
          <h2>{t('collection.toGiveBack')}</h2>
          <GiveBackForms parts={toGiveBack} />
        </section>
      ) : null}
    </>
  )
}
