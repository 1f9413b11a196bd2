import type { CodePurpose } from '~/generated/prisma/enums'
import { keyedHash } from '~/platform/secrets/token.server'

/** What a code is for: one sent for one thing opens no other. orderId null: number and phone fit no order. */
export type CodeUse =
  | { purpose: 'sign_in' | 'bank_account' | 'account_closing' }
  | { purpose: 'order_access'; orderId: string | null }
  | { purpose: 'mandate'; mandateId: string }
  | { purpose: 'service_point'; pointId: string }
  | { purpose: 'shop_handover'; handoverId: string }

/** The one order, mandate, handover or device that a code is good for. */
export function boundTo(use: CodeUse): string | null {
  if (use.purpose === 'order_access') return use.orderId
  if (use.purpose === 'mandate') return use.mandateId
  if (use.purpose === 'shop_handover') return use.handoverId
  return use.purpose === 'service_point' ? use.pointId : null
}

type WhatFor = {
  purpose: CodePurpose
  phoneIndex: Uint8Array
  /** the order, mandate, handover or device that it opens */
  boundTo: string | null
  code: string
}

/** What is kept of a code: a hash under the server's key, bound to the phone and to what the code opens. A stolen table guesses nothing. */
export function codeHash({ purpose, phoneIndex, boundTo, code }: WhatFor): Uint8Array<ArrayBuffer> {
  return keyedHash(`code|${purpose}`, `${Buffer.from(phoneIndex).toString('hex')}|${boundTo ?? ''}|${code}`)
}
