import type { Actor } from '~/modules/auth/actor'
import { writeCustomsPdf } from './customs-pdf.server'
import { getCustomsForm } from './get-customs-form.server'

/** The customs form of her parcel as a file; refuses what getCustomsForm refuses. */
export async function getCustomsPdf(input: {
  actor: Actor
  sellerOrderId: string
}): Promise<{ name: string; bytes: Buffer }> {
  const form = await getCustomsForm(input)
  return { name: `${form.kind}-${form.orderNumber}.pdf`, bytes: await writeCustomsPdf(form) }
}
