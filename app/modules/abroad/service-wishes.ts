import { z } from 'zod'
import { services } from './schema'
import type { PostageService } from './send-abroad'

/** By which service the parcel of each seller is to go, by the seller's id. */
export const ServiceWishes = z.record(z.uuid(), z.enum(services)).catch({})
export type ServiceWishes = z.output<typeof ServiceWishes>

/** Made once: what a form is parsed by takes longer to build than to parse. */
const Wish = z.tuple([z.uuid(), z.enum(services)])

/** The fields of one parcel's choice in the checkout form: what is ticked, and what was when the page was made. */
export function serviceField(sellerId: string): string {
  return `service:${sellerId}`
}
export function shownField(sellerId: string): string {
  return `shown:${sellerId}`
}

/** What a checkout form wants otherwise than its page showed it; anything else than an id and a service is none. */
export function wishesIn(sent: FormData): [sellerId: string, service: PostageService][] {
  return [...sent].flatMap(([name, value]) => {
    const [field, id] = name.split(':')
    if (field !== 'service') return []
    const wish = Wish.safeParse([id, value])
    if (!wish.success) return []
    return sent.get(shownField(wish.data[0])) === value ? [] : [wish.data]
  })
}
