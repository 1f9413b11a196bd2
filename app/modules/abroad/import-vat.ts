import type { Day } from '~/platform/calendar'
import type { Words } from './send-abroad'

/** Since when a country asks import VAT of a parcel however little is in it, and by which rule. */
export type VatRule = { since: Day; source: Words }

/** The exemption up to 22 euros ended for the whole union. */
const union: VatRule = {
  since: '2021-07-01',
  source: { zh: '欧盟指令 2017/2455', en: 'Directive (EU) 2017/2455' },
}

const unionCountries = 'AT BE CZ DE DK ES FI FR IE IT NL PL PT SE'.split(' ')

/** Where it is known; of others nothing is said. */
const rules: ReadonlyMap<string, VatRule> = new Map([
  ...unionCountries.map((code): [string, VatRule] => [code, union]),
  [
    'GB',
    {
      since: '2021-01-01',
      source: { zh: '英国税务海关总署：低值进口免税取消', en: 'HMRC: end of low value consignment relief' },
    },
  ],
])

export function vatRuleOf(code: string): VatRule | null {
  return rules.get(code) ?? null
}
