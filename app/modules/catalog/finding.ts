import type { Material } from '~/modules/search/attributes'

/** What is stopped at borders: herbs and raw gourds. A piece of these stays in China. */
const stoppedAtBorders: readonly Material[] = ['herb', 'gourd']

export function staysInChina(materialCodes: readonly Material[]): boolean {
  return materialCodes.some((code) => stoppedAtBorders.includes(code))
}

/** The name of one tick of a list: `colour.red`. Each has a name of its own, so that what she ticked stays after a refusal. */
export const tickName = (list: 'material' | 'colour' | 'occasion', code: string) => `${list}.${code}`

/** The ticks of a list as a form shows them. */
export function tickValues(
  list: 'material' | 'colour' | 'occasion',
  codes: readonly string[],
): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [tickName(list, code), 'on']))
}
