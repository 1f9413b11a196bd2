import { findAbroadTerms } from '~/modules/abroad/find-abroad-terms.server'
import { problemWords } from '~/modules/abroad/problem-words'
import { type AbroadTerms, type PostageService, sendAbroad } from '~/modules/abroad/send-abroad'
import { ServiceWishes } from '~/modules/abroad/service-wishes'
import { abroadContent } from '~/modules/addresses/abroad-schema'
import type { AddressContent } from '~/modules/addresses/schema'
import { combinePostage } from '~/modules/bases/combine-postage'
import type { Place } from '~/modules/regions/match-county.server'
import type { PostageRule } from '~/modules/settings/find-rules.server'
import type { Tx } from '~/platform/db/prisma.server'
import { Refusal } from '~/platform/errors'
import type { Locale } from '~/platform/i18n/locale'
import { translator } from '~/platform/i18n/translate'
import type { AbroadCheckoutInput, CheckoutInput } from './schema'
import type { Parcel } from './write-parcel.server'

export type UnsentParcel = Omit<Parcel, 'postageFen' | 'postage'>

type Destination = { cartId: string; locale: Locale; rule: PostageRule | null } & (
  | { place: Place; form: CheckoutInput }
  | { place: null; country: string; form: AbroadCheckoutInput }
)

type Sent = { parcels: Parcel[]; content: AddressContent }

/**
 * The parcels of an order with their postage by the rules in force, abroad by the services that she chose for her basket, and what is sealed of where they go. Refuses a country that parcels do not go to, and goods that may
 * not go there, in the words that the basket has for them.
 */
export async function sendParcels(tx: Tx, to: Destination, parcels: readonly UnsentParcel[]): Promise<Sent> {
  if (to.place === null) return sendAway(tx, to, parcels)
  const { place, form, rule } = to
  if (!rule) throw new Error('no postage rule is valid now')
  const postages = combinePostage(rule, parcels)
  return {
    parcels: parcels.map((parcel, at) => ({
      ...parcel,
      postageFen: postages[at]?.postageFen ?? 0n,
      togetherId: postages[at]?.isShared ? parcel.togetherId : null,
      postage: { postageRuleId: rule.id },
    })),
    content: {
      name: form.name,
      phone: form.phone,
      regionCode: place.code,
      regionText: place.text,
      line: form.line,
    },
  }
}

async function sendAway(
  tx: Tx,
  { cartId, country, form, locale }: Extract<Destination, { place: null }>,
  parcels: readonly UnsentParcel[],
): Promise<Sent> {
  const terms = await findAbroadTerms(country, tx)
  if (!terms) throw new Refusal('abroad.changed', 409)
  const cart = await tx.cart.findUniqueOrThrow({ where: { id: cartId }, select: { services: true } })
  const wishes = ServiceWishes.parse(cart.services)
  return {
    parcels: parcels.map((parcel) => ({
      ...parcel,
      togetherId: null,
      ...postageAbroad(parcel, { terms, wanted: wishes[parcel.sellerId], locale }),
    })),
    content: abroadContent(terms.country, form),
  }
}

function postageAbroad(
  { goods }: UnsentParcel,
  { terms, wanted, locale }: { terms: AbroadTerms; wanted: PostageService | undefined; locale: Locale },
): Pick<Parcel, 'postageFen' | 'postage'> {
  const { problems, quote } = sendAbroad(goods, terms, wanted)
  if (quote) {
    const { rateId, grams, postageFen } = quote
    return { postageFen, postage: { postageRateId: rateId, parcelGrams: grams } }
  }
  const at = problems.findIndex((problem) => problem !== null)
  const [one, problem] = [goods[at], problems[at]]
  if (!one || !problem) throw new Error('a parcel that is not sent has a reason')
  const title = locale === 'en' ? (one.titleEn ?? one.titleZh) : one.titleZh
  throw new Refusal('abroad.refused', 409, {
    title,
    problem: problemWords(problem, translator(locale), locale),
  })
}
