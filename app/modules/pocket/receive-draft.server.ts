import type { z } from 'zod'
import type { Actor } from '~/modules/auth/actor'
import { attributeName } from '~/modules/catalog/craft-template'
import { findCraftFields } from '~/modules/catalog/find-craft-templates.server'
import { findNewestVoices } from '~/modules/catalog/find-newest-voices.server'
import { getDraft } from '~/modules/catalog/get-draft.server'
import { PriceForm, wordsForm } from '~/modules/catalog/listing-forms'
import { saveListingPrice } from '~/modules/catalog/save-listing-price.server'
import { saveListingWords } from '~/modules/catalog/save-listing-words.server'
import { startListing } from '~/modules/catalog/start-listing.server'
import { priceValues, wordsValues } from '~/modules/catalog/step-values.server'
import { Refusal } from '~/platform/errors'
import { parseForm } from '~/platform/form.server'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import { mergeValues } from './merge-values'
import { isAttribute, type PocketField, type PocketValues, pocketPrice, pocketWords } from './pocket-fields'
import type { ReceivedDraft } from './pocket-view'
import { viewDraft } from './view-draft.server'

type Writing = { actor: Actor; locale: Locale; productId: string; base: PocketValues; typed: PocketValues }
type Errors = Partial<Record<PocketField, string>>

/** how often a draft is read again that another page keeps changing */
const mostTries = 5

/**
 * Takes in a draft that a device brings: begins the piece when the shop has none of that id, and joins what she typed with what stands here, field by field (mergeValues). A
 * field that cannot be kept as it is typed stays as it stands, and its fault is told; all others are kept. Bringing the same again changes nothing. Refuses somebody else's
 * piece, one that is being read, and what startListing refuses.
 */
export async function receiveDraft({
  draftId,
  sellerId,
  ...brought
}: Omit<Writing, 'productId'> & { draftId: string; sellerId: string | null }): Promise<ReceivedDraft> {
  const { actor } = brought
  const productId = await startListing({ actor, sellerId, deviceId: draftId })
  const writing = { ...brought, productId }
  const words = await keepHalf(writing, askWords, ({ version, intent: _, ...words }) =>
    saveListingWords({ actor, productId, version, words }),
  )
  const price = await keepHalf(writing, askPrice, ({ version, intent: _, ...price }) =>
    saveListingPrice({ actor, productId, version, price }),
  )
  const { content, photos, live, sellerId: hers } = await readDraft(writing)
  const said = (await findNewestVoices({ actor, productIds: [productId] })).get(productId) ?? null
  return {
    ...viewDraft({ id: productId, sellerId: hers, isLive: live !== null, content, photos, said }),
    errors: { ...words.errors, ...price.errors },
    clashes: [...words.clashes, ...price.clashes],
  }
}

async function readDraft({ actor, locale, productId }: Omit<Writing, 'base' | 'typed'>) {
  const draft = await getDraft({ actor, productId, locale })
  if (!draft) throw new Refusal('studio.beingRead')
  return draft
}

/** What one half asks of a piece whose fields hold `values`, and the form that reads it. */
type Asking<S> = (values: PocketValues) => Promise<{ fields: readonly PocketField[]; schema: S }>

/** What the craft asks is kept with the craft: answers to another one's questions are no answers here. */
const askWords = async ({ craftCode = '' }: PocketValues) => {
  const asks = await findCraftFields(craftCode || null)
  const names = asks.flatMap(({ code, kind, options }) =>
    kind === 'choices' ? options.map((option) => attributeName(code, option.code)) : [attributeName(code)],
  )
  return { fields: [...pocketWords, ...names.filter(isAttribute)], schema: wordsForm(asks) }
}
const askPrice = () => Promise.resolve({ fields: pocketPrice, schema: PriceForm })

/** One of the two halves in which the studio writes a listing; read anew when another page was quicker. */
async function keepHalf<S extends z.ZodType>(
  writing: Writing,
  ask: Asking<S>,
  save: (form: z.output<S>) => Promise<void>,
): Promise<{ errors: Errors; clashes: PocketField[] }> {
  const { base, typed, locale } = writing
  for (let tries = 1; ; tries += 1) {
    const { content, open } = await readDraft(writing)
    const stored: Record<string, string> = { ...wordsValues(content), ...priceValues(content) }
    const { values, clashes } = mergeValues({ base, typed, stored })
    const { fields, schema } = await ask(values)
    const others = Object.fromEntries(Object.entries(stored).filter(([name]) => !isAttribute(name)))
    const read = (wanted: Record<string, string>) =>
      parseForm(translator(locale), formOf({ ...others, ...wanted }, open.version), schema)
    const wanted: Record<string, string> = Object.fromEntries(
      fields.map((field) => [field, values[field] ?? '']),
    )
    const first = read(wanted)
    const errors: Errors = {}
    if ('errors' in first)
      for (const field of fields) {
        const fault = first.errors[field]
        if (fault === undefined) continue
        errors[field] = fault
        // an answer that stands there may be one to another craft's question of that name
        wanted[field] =
          isAttribute(field) && content.craftCode !== values.craftCode ? '' : (stored[field] ?? '')
      }
    const { value } = ofSound(read(wanted))
    try {
      await save(value)
      return { errors, clashes: clashes.filter((field) => fields.includes(field)) }
    } catch (error) {
      if (!(error instanceof Refusal) || error.key !== 'errors.stale' || tries === mostTries) throw error
    }
  }
}

function formOf(values: Readonly<Record<string, string>>, version: number): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  form.set('version', String(version))
  form.set('intent', 'keep')
  return form
}

/** What stands in a draft was kept by the same rules: with the faulty fields as they stand, the rest is sound. */
function ofSound<Value>(parsed: { value: Value } | { errors: object }): { value: Value } {
  if ('value' in parsed) return parsed
  throw new Error(`a stored draft breaks the rules of its form: ${Object.keys(parsed.errors).join(', ')}`)
}
