import { json, redirect } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { handleFormData } from '~/platform/form.server'
import { localPath, requestLocale } from '~/platform/i18n/locale'
import { acceptMandate } from './accept-mandate.server'
import { requestConsentCode } from './request-consent-code.server'
import { revokeMandate } from './revoke-mandate.server'
import { MandateCodeForm, MandateForm } from './schema'
import { signByCode } from './sign-by-code.server'

type Asked = {
  request: Request
  form: FormData
  actor: Actor
  address: string
  /** the page, with what it says was done */
  page: (done: 'signed' | 'accepted' | 'revoked') => string
}

/** The small forms of a list of mandates, told apart by their button's `intent`, the same on the maker's page and the agent's. */
export async function answerMandates({ request, form, actor, address, page }: Asked) {
  const to = (done: Parameters<Asked['page']>[0]) =>
    redirect(localPath(requestLocale(request), page(done)), 303)
  switch (form.get('intent')) {
    case 'code':
      return handleFormData(request, form, MandateForm, async ({ mandateId }) => {
        const { shownCode } = await requestConsentCode({ actor, mandateId, address })
        return json({ sent: { mandateId, shownCode } })
      })
    case 'sign':
      return handleFormData(request, form, MandateCodeForm, async (input) => {
        await signByCode({ actor, ...input })
        return to('signed')
      })
    case 'accept':
      return handleFormData(request, form, MandateForm, async ({ mandateId }) => {
        await acceptMandate({ actor, mandateId })
        return to('accepted')
      })
    case 'revoke':
      return handleFormData(request, form, MandateForm, async ({ mandateId }) => {
        await revokeMandate({ actor, mandateId })
        return to('revoked')
      })
    default:
      throw new Response(null, { status: 400 })
  }
}
