import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { DeviceList } from '~/modules/auth/components/device-list'
import { OwnData } from '~/modules/auth/components/own-data'
import { WhoIAm } from '~/modules/auth/components/who-i-am'
import { endAllSessions } from '~/modules/auth/end-all-sessions.server'
import { endOtherSessions } from '~/modules/auth/end-other-sessions.server'
import { endSession } from '~/modules/auth/end-session.server'
import { findOwnProfile } from '~/modules/auth/find-own-profile.server'
import { findSessions } from '~/modules/auth/find-sessions.server'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { requireActor } from '~/modules/auth/require-actor.server'
import { DeviceForm } from '~/modules/auth/schema'
import { isStaff } from '~/modules/auth/session-length'
import { ComingDocuments } from '~/modules/documents/components/coming-documents'
import { findComingDocuments } from '~/modules/documents/find-coming-documents.server'
import { findOwnHandovers } from '~/modules/handovers/find-handovers.server'
import { countUnread } from '~/modules/messages/find-conversations.server'
import { asBuyer } from '~/modules/messages/who'
import { leaveBrowser } from '~/modules/orders/leave-browser.server'
import { hasOwnMoney } from '~/modules/purses/require-own-money.server'
import { paths } from '~/paths'
import { handleFormData, readForm } from '~/platform/form.server'
import { formatBeijingTime } from '~/platform/i18n/format'
import { localeOf, localPath, requestLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const locale = requestLocale(request)
  const profile = await findOwnProfile({ actor })
  const ownMoney = await hasOwnMoney({ actor })
  const sessions = await findSessions({ actor, token: await readSessionToken(request) })
  return {
    ...profile,
    ownMoney,
    unread: await countUnread({ who: asBuyer(actor) }),
    coming: await findComingDocuments(),
    hasHandover: (await findOwnHandovers({ actor })).some(({ hasAgreed }) => !hasAgreed),
    roles: [...new Set(actor.roles)],
    staff: actor.roles.some(isStaff),
    devices: sessions.map(({ id, device, since, isThisOne }) => ({
      id,
      device,
      since: formatBeijingTime(locale, since),
      isThisOne,
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request, 'account:use')
  const locale = requestLocale(request)
  const form = await readForm(request)
  if (form.get('intent') === 'end-all') {
    return handleFormData(request, form, z.object({}), async () => {
      await endAllSessions({ actor })
      const headers = await leaveBrowser({ request, userId: actor.userId })
      return redirect(localPath(locale, paths.home()), { headers })
    })
  }
  if (form.get('intent') === 'end-others') {
    return handleFormData(request, form, z.object({}), async () => {
      await endOtherSessions({ actor, token: await readSessionToken(request) })
      return json({ ended: true })
    })
  }
  return handleFormData(request, form, DeviceForm, async ({ sessionId }) => {
    await endSession({ actor, sessionId })
    return json({ ended: true })
  })
}

export const meta: MetaFunction = ({ location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    { title: `${t('account.accountTitle')} · ${t('common.brand')}` },
    { name: 'robots', content: 'noindex' },
  ]
}

export default function AccountHome() {
  const { staff, name, maskedPhone, maskedEmail, roles, devices, ownMoney, coming, unread, hasHandover } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t, href } = useTranslator()
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{t('account.accountTitle')}</h1>
      </header>
      <ComingDocuments coming={coming} />
      {hasHandover ? (
        <Banner tone="wait" className="mb-6">
          {t('handover.entry')}{' '}
          <a className="link" href={href(paths.accountHandovers())}>
            {t('handover.entryLink')}
          </a>
        </Banner>
      ) : null}
      <div className="lg:grid lg:grid-cols-2 lg:gap-x-14">
        <div>
          <WhoIAm
            name={name}
            maskedPhone={maskedPhone}
            maskedEmail={maskedEmail}
            roles={roles}
            hasOwnMoney={ownMoney}
            unread={unread}
          />
          <Part id="acting" title={t('mandate.title')} text={t('mandate.lead')}>
            <ButtonLink href={href(paths.accountActing())}>{t('mandate.entrusted')}</ButtonLink>
          </Part>
          <Part id="sell" title={t('joining.entryTitle')} text={t('joining.entryLine')}>
            <ButtonLink href={href(paths.studioJoin())}>{t('joining.entryLink')}</ButtonLink>
          </Part>
        </div>
        <div>
          <DeviceList devices={devices} hasEndedOne={answer !== undefined && 'ended' in answer} />
          {staff ? (
            <Part id="security" title={t('security.title')}>
              <ButtonLink href={href(paths.accountSecurity())}>{t('security.passwordTitle')}</ButtonLink>
            </Part>
          ) : null}
          <OwnData />
        </div>
      </div>
    </div>
  )
}

type PartProps = { id: string; title: string; text?: string; children: ReactNode }

/** A heading, a sentence and what one can do about it. */
function Part({ id, title, text, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="max-w-[40rem] pt-14">
      <h2 id={id} className="mb-4 text-title">
        {title}
      </h2>
      {text === undefined ? null : <p className="mb-4">{text}</p>}
      {children}
    </section>
  )
}
