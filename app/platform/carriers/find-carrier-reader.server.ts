import { env } from '~/platform/env.server'
import type { CarrierReader } from './carrier-reader'
import { kuaidi100 } from './kuaidi100.server'

/** Whoever says where parcels are, or null: without a key nobody is asked, and buyers say themselves that a parcel has arrived. */
export function findCarrierReader(): CarrierReader | null {
  const { KUAIDI100_CUSTOMER: customer, KUAIDI100_KEY: key, KUAIDI100_API_BASE: base } = env
  if (!customer || !key) return null
  return kuaidi100({ customer, key, address: `${base ?? 'https://poll.kuaidi100.com'}/poll/query.do` })
}
