import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerStep } from '~/modules/applications/answer-step.server'
import { JoinScreen } from '~/modules/applications/components/join-screen'
import { JoinStanding } from '~/modules/applications/components/join-standing'
import { findJoinPage, findJoinTexts, hasShop } from '~/modules/applications/find-join-page.server'
import { JoinSearch } from '~/modules/applications/schema'
import { requireActor } from '~/modules/auth/require-actor.server'
import { limitUploads } from '~/modules/limits/limit-request.server'
import { isOn } from '~/modules/settings/is-on.server'
import { parseSearch, readForm } from '~/platform/form.server'
import { requestLocale } from '~/platform/i18n/locale'
import { privateMeta } from '~/platform/i18n/private-meta'
import { useTranslator } from '~/platform/i18n/use-translator'
import { refusalText } from '~/platform/refusal-text'
import { Banner } from '~/ui/banner'
import { Refusal } from '~/ui/refusal'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const locale = requestLocale(request)
  const page = await findJoinPage({ actor, locale })
  const { step: asked, done } = parseSearch(request, JoinSearch)
  const isOpen =
    page.state === 'draft' ||
    page.state === 'returned' ||
    page.state === 'refused' ||
    page.state === 'approved'
  const isStanding = !isOpen || (asked === null && done !== 'saved' && page.state !== 'draft')
  const step = isStanding ? null : (asked ?? page.lacking[0] ?? 'check')
  const texts = await findJoinTexts({ step, kind: page.kind, locale })
  const isClosed = isOpen && !(await isOn('joining'))
  return { page, step, done, ...texts, hasShop: await hasShop(actor), isClosed }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  await limitUploads(request, actor)
  return answerStep({ request, form: await readForm(request), actor })
}

/** Going back shows what is saved, not what the browser remembers. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' })

export const meta: MetaFunction = ({ location }) => privateMeta(location.pathname, (t) => t('joining.title'))

export default function StudioJoin() {
  const {
    page,
    step,
    done,
    text,
    consentTexts,
    crafts,
    hasShop: has,
    isClosed,
  } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>() ?? null
  const { t } = useTranslator()
  return (
    <>
      <Refusal text={refusalText(t, failure, step !== null)} className="mt-4" />
      {isClosed && !failure ? (
        <Banner tone="wait" className="mt-4">
          {t('settings.joiningOff')}
        </Banner>
      ) : null}
      {done === 'saved' && !failure ? (
        <Banner tone="done" role="status" className="mt-4">
          {t('joining.saved')}
        </Banner>
      ) : null}
      {done === 'card' && !failure ? (
        <Banner tone="done" role="status" className="mt-4">
          {t('card.registered')}
        </Banner>
      ) : null}
      {step === null ? (
        <JoinStanding page={page} />
      ) : (
        <JoinScreen
          page={page}
          step={step}
          failure={failure}
          text={text}
          consentTexts={consentTexts}
          crafts={crafts}
          hasShop={has}
        />
      )}
    </>
  )
}
