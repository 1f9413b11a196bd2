export type Encoding = 'br' | 'gzip' | 'identity'

/** What browsers say is said over and over. */
const heard = new Map<string, Encoding>()
const heardAtMost = 200

/** The smallest of our three forms that an Accept-Encoding header takes; one refused with q=0 is refused. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  const said = String(header ?? '')
  const known = heard.get(said)
  if (known !== undefined) return known
  const encoding = readEncoding(said)
  if (heard.size < heardAtMost) heard.set(said, encoding)
  return encoding
}

function readEncoding(said: string): Encoding {
  const offered = said
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';', 1)[0])
  return offered.includes('br') ? 'br' : offered.includes('gzip') ? 'gzip' : 'identity'
}
