import { prisma, type Tx } from '~/platform/db/prisma.server'
import type { CraftField, CraftTemplate } from './craft-template'

const fieldSelect = {
  code: true,
  kind: true,
  nameZh: true,
  nameEn: true,
  hintZh: true,
  unitZh: true,
  unitEn: true,
  least: true,
  most: true,
  isRequired: true,
  options: { orderBy: { position: 'asc' }, select: { code: true, nameZh: true, nameEn: true } },
} as const

/** What each craft asks and offers, by its code. */
export async function findCraftTemplates(): Promise<Record<string, CraftTemplate>> {
  const crafts = await prisma.craft.findMany({
    orderBy: { position: 'asc' },
    select: {
      code: true,
      fields: { orderBy: { position: 'asc' }, select: fieldSelect },
      phrases: { orderBy: { position: 'asc' }, select: { words: true } },
    },
  })
  return Object.fromEntries(
    crafts.map(({ code, fields, phrases }) => [code, { fields, phrases: phrases.map(({ words }) => words) }]),
  )
}

/** What one craft asks; nothing for a craft that is none. */
export function findCraftFields(craftCode: string | null, tx: Tx = prisma): Promise<CraftField[]> {
  if (craftCode === null) return Promise.resolve([])
  return tx.craftField.findMany({
    where: { craft: { code: craftCode } },
    orderBy: { position: 'asc' },
    select: fieldSelect,
  })
}
