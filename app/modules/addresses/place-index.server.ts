import { blindIndex } from '~/platform/secrets/envelope.server'
import type { AddressContent } from './schema'

/** The same bytes for the same door, however its line is spaced and written; the place cannot be read from them. */
export function placeIndex(content: AddressContent): Uint8Array<ArrayBuffer> {
  const parts =
    'country' in content
      ? [content.country, content.postcode, content.city, content.line1, content.line2]
      : [content.regionCode, content.line]
  return blindIndex('place', parts.map((part) => plain(part ?? '')).join('|'))
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{White_Space}\p{P}\p{S}]/gu, '')
}
