import type { Permission } from './permissions'

/** What of a maker's work can be entrusted: her pieces, her orders, questions and notices. */
export const mandateScopes = ['list', 'orders', 'messages'] as const
export type MandateScope = (typeof mandateScopes)[number]

/** A mandate in force: for whom, and what of it. */
export type Entrusted = { sellerId: string; scope: readonly string[] }

/** Which part of a mandate a permission needs; `any` = its bare existence; null = only what is her own. What is not named here reaches nobody else. */
const needs: Partial<Record<Permission, MandateScope | 'any'>> = {
  'studio:use': 'any',
  'maker:read': 'any',
  'point:open': 'any',
  'listing:review': 'any',
  'listing:write': 'list',
  'work:ship': 'orders',
  'question:answer': 'messages',
  'report:answer': 'messages',
}

type Asked = {
  ownIds: readonly string[]
  entrusted: readonly Entrusted[]
  permission: Permission | undefined
  /** for whom she works now */
  chosen: string | null
}

/** The sellers that a permission reaches: her own, and those entrusted to her as far as the scope goes. While she works for one of them in the studio, that one alone. */
export function reachOf({ ownIds, entrusted, permission, chosen }: Asked): string[] {
  const need = permission === undefined ? 'any' : (needs[permission] ?? null)
  if (need === null) return [...ownIds]
  const others = entrusted.filter(({ scope }) => need === 'any' || scope.includes(need))
  const all = [...new Set([...ownIds, ...others.map(({ sellerId }) => sellerId)])]
  const isStudio = need !== 'any' || permission === 'studio:use'
  const isChosen = chosen !== null && entrusted.some(({ sellerId }) => sellerId === chosen)
  return isStudio && isChosen ? all.filter((id) => id === chosen) : all
}
