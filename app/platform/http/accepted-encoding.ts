export type Encoding = 'br' | 'gzip' | 'identity'

/** The smallest of our three forms that an Accept-Encoding header takes; one refused with q=0 is refused. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  const offered = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';', 1)[0])
  return offered.includes('br') ? 'br' : offered.includes('gzip') ? 'gzip' : 'identity'
}
