import { Refusal } from '~/platform/errors'

/**
 * The text under which a buyer ticked that her payment goes to a provider abroad, where it is known whether the text is in force. Refuses no tick, and one under a text that has been replaced meanwhile: both
 * beside the box.
 */
export function tickedText(abroadTextId: string | null, isInForce: boolean): string {
  if (abroadTextId === null) throw new Refusal('order.agreeAbroad', 422, {}, 'abroadTextId')
  if (!isInForce) throw new Refusal('order.abroadChanged', 422, {}, 'abroadTextId')
  return abroadTextId
}
