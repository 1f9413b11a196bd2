import type { Tx } from '~/platform/db/prisma.server'
import { env } from '~/platform/env.server'
import { Refusal } from '~/platform/errors'
import { findArrangement } from './find-arrangement.server'

/** Refuses to move sellers' money in live mode until an administrator has recorded which lawful set-up applies. The demo moves none. */
export async function requireArrangement(tx: Tx, mode: 'demo' | 'live' = env.APP_MODE): Promise<void> {
  if (mode === 'live' && !(await findArrangement(tx))) throw new Refusal('payout.noArrangement', 409)
}
