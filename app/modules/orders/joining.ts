import { z } from 'zod'

/** What came of joining a guest's order: it is hers now, it was hers already, another account holds it, or it is a present that she receives. */
const joinings = ['joined', 'hers', 'held', 'present'] as const
export type Joining = (typeof joinings)[number]

const kind = z.enum(joinings).nullable().catch(null)

/** What the address of an order's page says of it; null for anything else. */
export function readJoining(request: Request): Joining | null {
  return kind.parse(new URL(request.url).searchParams.get('joining'))
}
