import { parseWithZod } from '@conform-to/zod/v4'
import { json } from '@remix-run/node'
import type { z } from 'zod'
import { busyRefusal } from '~/platform/db/busy.server'
import { notFound, Refusal } from '~/platform/errors'
import { requestLocale } from '~/platform/i18n/locale'
import { type MessageKey, type MessageParams, type Translate, translator } from '~/platform/i18n/translate'

/** What a page shows after a form was refused: messages in her language, and everything she typed. */
export type FormFailure = {
  /** by field name */
  errors: Record<string, string>
  /** above the form */
  formError: string | null
  values: Record<string, string>
  /** which of a page's forms it was: its `intent` field */
  intent: string | null
}

/**
 * Parses a form, runs the verb, answers. A fault of a field or a Refusal becomes a FormFailure with its status (422 or the refusal's);
 * anything else is a bug and goes on. The only catcher of refusals in actions.
 */
export async function handleForm<S extends z.ZodType, R>(
  request: Request,
  schema: S,
  work: (input: z.output<S>) => Promise<R>,
) {
  const form = await readForm(request)
  return handleFormData(request, form, schema, work)
}

/** The same for a form that was already read (uploads, several intents). `others`: faults of its other fields, which are shown with the first one here. */
export async function handleFormData<S extends z.ZodType, R>(
  request: Request,
  form: FormData,
  schema: S,
  work: (input: z.output<S>) => Promise<R>,
  others: Readonly<Record<string, string>> = {},
) {
  const t = translator(requestLocale(request))
  const parsed = parseForm(t, form, schema)
  if ('errors' in parsed) {
    return json(fieldFailure(t, form, { ...others, ...parsed.errors }), 422)
  }
  try {
    return await work(parsed.value)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    const { key, params, status, field } = refusal
    const text = t(key, params)
    if (status === 404) throw refusalResponse(request, refusal)
    return json(formFailure(form, { ...others, ...(field ? { [field]: text } : {}) }, field ? null : text), {
      status,
      headers: refusalHeaders(refusal),
    })
  }
}

/** What the fields of a form mean, or the first fault of each in her language. */
export function parseForm<S extends z.ZodType>(
  t: Translate,
  form: FormData,
  schema: S,
): { value: z.output<S> } | { errors: Record<string, string> } {
  const submission = parseWithZod(form, { schema })
  if (submission.status === 'success') return { value: submission.value }
  const errors: Record<string, string> = {}
  for (const [field, messages] of Object.entries(submission.error ?? {})) {
    const first = messages?.[0]
    if (first) errors[field] = speak(t, first)
  }
  return { errors }
}

/** The fields of a posted form. A body that is no form is a bad request, never a server error. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('multipart/form-data')) {
    throw new Response(null, { status: 415 })
  }
  return request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}

/** Address parameters through their schema. What does not fit is a page that does not exist. */
export function parseParams<S extends z.ZodType>(
  params: Record<string, string | undefined>,
  schema: S,
): z.output<S> {
  const result = schema.safeParse(params)
  if (!result.success) throw notFoundResponse()
  return result.data
}

/** The query string through its schema; repeated names take the first. Schemas use .catch() so that a bad filter is ignored. */
export function parseSearch<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const query = new URL(request.url).searchParams
  const values: Record<string, string> = {}
  for (const [name, value] of query)
    if (!(name in values)) values[name] = value.isWellFormed() ? value.replaceAll('\0', '') : ''
  const result = schema.safeParse(values)
  if (!result.success) throw notFoundResponse()
  return result.data
}

/** What a form asks that stands in the address: null before it was sent, and with it what is wrong with its fields once it was. */
export function readQuestion<S extends z.ZodObject>(
  request: Request,
  schema: S,
): { asked: z.output<S> | null; failure: FormFailure | null } {
  const query = new URL(request.url).searchParams
  const names = Object.keys(schema.shape)
  if (!names.some((name) => query.has(name))) return { asked: null, failure: null }
  const form = new FormData()
  for (const name of names) form.set(name, (query.get(name) ?? '').toWellFormed().replaceAll('\0', ''))
  const t = translator(requestLocale(request))
  const parsed = parseForm(t, form, schema)
  if ('errors' in parsed) return { asked: null, failure: fieldFailure(t, form, parsed.errors) }
  return { asked: parsed.value, failure: null }
}

/**
 * For loaders: a Refusal (not found, not hers) becomes a Response that the error boundary shows.
 */
export async function answer<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalOf(error)
    throw refusal ? refusalResponse(request, refusal) : error
  }
}

/** An expected failure, or one row that somebody else holds; null for a bug. */
function refusalOf(error: unknown): Refusal | null {
  return error instanceof Refusal ? error : busyRefusal(error)
}

/** The same for a file that was asked for by itself: somebody in a browser reads a page, a script its sentence. */
export function refusalPage(request: Request, refusal: Refusal): Response {
  if (!request.headers.get('Accept')?.includes('text/html')) return refusalResponse(request, refusal)
  const locale = requestLocale(request)
  const t = translator(locale)
  const html = `<!DOCTYPE html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${t('limits.title')}</title><h1>${t('limits.title')}</h1><p>${t(refusal.key, refusal.params)}</p></html>`
  return new Response(html, {
    status: refusal.status,
    headers: {
      ...refusalHeaders(refusal),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  })
}

function refusalResponse(request: Request, refusal: Refusal): Response {
  const text = translator(requestLocale(request))(refusal.key, refusal.params)
  return json({ message: text }, { status: refusal.status, headers: refusalHeaders(refusal) })
}

/** Retry-After of a refusal by a rate cap or for a busy row (RFC 9110 section 10.2.3); the document's answer takes it over in entry.server.tsx. */
function refusalHeaders({ retryAfterSeconds }: Refusal): Record<string, string> {
  return retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) }
}

function notFoundResponse(): Response {
  return json({ message: null }, { status: notFound().status })
}

/** What she typed, by field name, for a page that shows its form again. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !(name in values)) values[name] = value
  return values
}

/** A form that comes back with what is wrong beside its fields and above it. */
export function formFailure(
  form: FormData,
  errors: Record<string, string>,
  formError: string | null,
): FormFailure {
  const values = typedValues(form)
  return { errors: inOrderOf(form, errors), formError, values, intent: values.intent ?? null }
}

/** Faults in the order in which their fields were sent, which is that of the page. A box without a tick is not sent: a list above the form knows where it stands (`fieldFaults`). */
function inOrderOf(form: FormData, errors: Record<string, string>): Record<string, string> {
  const names = [...new Set(form.keys())]
  const places = new Map(names.map((name, place) => [name, place]))
  const placeOf = (name: string) => places.get(name) ?? names.length
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => placeOf(a) - placeOf(b)))
}

/** A form of which some fields are faulty. */
export function fieldFailure(t: Translate, form: FormData, errors: Record<string, string>): FormFailure {
  return formFailure(form, errors, t('errors.checkFields', { count: Object.keys(errors).length }))
}

/** A schema's message (fields.ts, message()) in a language; any other complaint becomes "choose one of those listed". */
export function speak(t: Translate, text: string): string {
  const [key = '', params = '{}'] = text.split('\n')
  if (!/^[a-z]+\.\w+$/.test(key)) return t('errors.badChoice')
  return t(key as MessageKey, JSON.parse(params) as MessageParams)
}
