import { json, redirect } from '@remix-run/node'
import type { Actor } from '~/modules/auth/actor'
import { readSessionToken } from '~/modules/auth/read-session-token.server'
import { freshMinutes } from '~/modules/auth/session-length'
import { paths } from '~/paths'
import { prisma } from '~/platform/db/prisma.server'
import { handleFormData } from '~/platform/form.server'
import { localPath, requestLocale, withoutLocale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { tokenHash } from '~/platform/secrets/token.server'
import { findShownCode } from './find-shown-code.server'
import type { ProofWanted } from './proof-wanted'
import { renewProof } from './renew-proof.server'
import { ProofForm, proofField } from './schema'

/**
 * Asked before a deed that shows or moves what is not hers: goes on when this session proved its second factor within the last five minutes, or when the form brings a code that does. Else a file is
 * led to the page that asks for a code and comes back; a form is answered (422) by a page that asks for one and holds everything she typed. Nothing of the deed has happened yet.
 */
export async function requireFreshProof(request: Request, actor: Actor, form?: FormData): Promise<void> {
  const token = await readSessionToken(request)
  if (token === null) throw new Error('asked for a fresh proof without a session')
  if (await isFresh(token)) return
  const { pathname, search } = new URL(request.url)
  const locale = requestLocale(request)
  if (!form)
    throw redirect(
      localPath(locale, paths.staffProof({ returnTo: `${withoutLocale(pathname)}${withoutData(search)}` })),
    )
  const answer = form.has(proofField)
    ? await handleFormData(request, form, ProofForm, async (input) => {
        await renewProof({ actor, code: input[proofField], token })
        return null
      })
    : undefined
  if (answer === null) return
  const failure = answer && (await answer.json())
  const wanted: ProofWanted = {
    to: `${pathname}${withoutData(search)}`,
    fields: [...form].flatMap(([name, value]) =>
      typeof value === 'string' && name !== proofField ? [[name, value] satisfies [string, string]] : [],
    ),
    error: failure ? (failure.errors[proofField] ?? failure.formError) : null,
    shown: await findShownCode({ userId: actor.userId }),
  }
  const retryAfter = answer?.headers.get('Retry-After') ?? null
  throw json(
    { message: translator(locale)('factors.proofTitle'), proof: wanted },
    { status: answer?.status ?? 422, headers: retryAfter === null ? {} : { 'Retry-After': retryAfter } },
  )
}

async function isFresh(token: string): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ isFresh: boolean }[]>`
    SELECT "provedAt" > app_now() - make_interval(mins => ${freshMinutes}::int) AS "isFresh" FROM session_of(${tokenHash(token)})`
  return row?.isFresh ?? false
}

function withoutData(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('_data')
  const text = query.toString()
  return text ? `?${text}` : ''
}
