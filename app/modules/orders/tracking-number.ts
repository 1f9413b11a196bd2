import type { Carrier } from './schema'

/** Numbers of the Universal Postal Union (S10): two letters, nine digits, the country. */
const postal = /^[A-Z]{2}\d{9}[A-Z]{2}$/

/** How the numbers of a carrier mostly look, with one of them. Carriers change them: what looks odd is asked about, never refused. */
const forms: Readonly<Record<Carrier, { usual: readonly RegExp[]; example: string }>> = {
  youzhengguonei: { usual: [/^\d{13}$/, postal], example: '9812345678901' },
  youzhengguoji: { usual: [postal], example: 'LX123456785CN' },
  ems: { usual: [postal, /^\d{13}$/], example: 'EM123456785CN' },
  shunfeng: { usual: [/^SF\d{10,13}$/, /^\d{12}$/, /^\d{15}$/], example: 'SF1234567890123' },
  zhongtong: { usual: [/^\d{12,15}$/, /^ZT\d{11,14}$/], example: '78123456789012' },
  yuantong: { usual: [/^YT\d{13,15}$/, /^[A-Z]?\d{10,18}$/], example: 'YT1234567890123' },
  yunda: { usual: [/^\d{13,15}$/], example: '431234567890123' },
  shentong: { usual: [/^\d{12,15}$/], example: '771234567890123' },
  jtexpress: { usual: [/^(JT|UT)\d{13}$/], example: 'JT1234567890123' },
  jd: { usual: [/^JD[A-Z]{0,2}\d{11,15}(-\d+-\d+-?)?$/], example: 'JD0123456789012' },
}

/** What a number of this carrier looks like, when this one does not; null when it does. */
export function oddNumber(carrier: Carrier, trackingNumber: string): { example: string } | null {
  const { usual, example } = forms[carrier]
  return usual.some((form) => form.test(trackingNumber)) ? null : { example }
}
