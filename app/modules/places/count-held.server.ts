import type { Tx } from '~/platform/db/prisma.server'

/** What lies in a place and would go with it, in figures alone; `places` with itself. */
export type Held = { places: number; people: number; households: number; sellers: number; roles: number }

export async function countHeld(tx: Tx, regionId: string): Promise<Held> {
  const [held] = await tx.$queryRaw<Held[]>`SELECT * FROM region_holds(${regionId}::uuid)`
  return held ?? { places: 0, people: 0, households: 0, sellers: 0, roles: 0 }
}
