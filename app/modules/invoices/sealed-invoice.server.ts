import type { Tx } from '~/platform/db/prisma.server'
import { openDataKey, seal, unseal } from '~/platform/secrets/envelope.server'
import { InvoiceContent } from './schema'
import type { WantedInvoice } from './wanted-invoice'

const place = (orderId: string) => ({ table: 'Invoice', column: 'cipher', row: orderId })

/** Asks for an order's invoice, or changes what was asked: sealed under the key of the order's contact. The caller knows that it is not issued. */
export async function writeInvoice(tx: Tx, orderId: string, wanted: WantedInvoice): Promise<void> {
  const { keyId } = await tx.orderContact.findUniqueOrThrow({ where: { orderId }, select: { keyId: true } })
  const key = await openDataKey(tx, keyId)
  const cipher = seal(key, JSON.stringify(wanted.content), place(orderId))
  const data = { kind: wanted.kind, state: 'requested', keyId, cipher } as const
  await tx.invoice.upsert({ where: { orderId }, create: { orderId, ...data }, update: data })
}

/** To whom an invoice is made out, opened within the caller's scope. */
export async function openInvoice(
  tx: Tx,
  { orderId, keyId, cipher }: { orderId: string; keyId: string; cipher: Uint8Array },
): Promise<InvoiceContent> {
  const key = await openDataKey(tx, keyId)
  return InvoiceContent.parse(JSON.parse(unseal(key, cipher, place(orderId))))
}
