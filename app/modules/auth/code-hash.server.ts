import type { CodePurpose } from '~/generated/prisma/enums'
import { keyedHash } from '~/platform/secrets/token.server'

type WhatFor = {
  purpose: CodePurpose
  phoneIndex: Uint8Array
  /** the order or the mandate that it opens */
  boundTo: string | null
  code: string
}

/** What is kept of a code: a hash under the server's key, bound to the phone and to what the code opens. A stolen table guesses nothing. */
export function codeHash({ purpose, phoneIndex, boundTo, code }: WhatFor): Uint8Array<ArrayBuffer> {
  return keyedHash(`code|${purpose}`, `${Buffer.from(phoneIndex).toString('hex')}|${boundTo ?? ''}|${code}`)
}
