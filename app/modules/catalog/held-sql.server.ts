import { Prisma } from '~/platform/db/prisma.server'

/** SQL: until when at the latest the shelf `i`, from which nothing else is left, is held for somebody who is paying; NULL where some are left, or all are sold. */
export const heldUntil = Prisma.sql`CASE WHEN i."onHand" > 0 AND i.reserved >= i."onHand" THEN held_until(i.id) END`
