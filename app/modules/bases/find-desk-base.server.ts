import type { Actor } from '~/modules/auth/actor'
import { type Day, fromDateColumn } from '~/platform/calendar'
import { inScope } from '~/platform/db/in-scope.server'
import type { BaseWords } from './schema'

export type DeskMember = { id: string; sellerId: string; name: string; from: Day; to: Day | null }
export type DeskBase = { words: BaseWords | null; members: DeskMember[] }

/** A base as the desk keeps it: its words, and who works with it, those who left last. The newest 200. */
export function findDeskBase({ actor, sellerId }: { actor: Actor; sellerId: string }): Promise<DeskBase> {
  return inScope(actor, async (tx) => {
    const profile = await tx.baseProfile.findUnique({ where: { sellerId } })
    const members = await tx.baseMember.findMany({
      where: { baseId: sellerId },
      orderBy: [{ validTo: { sort: 'desc', nulls: 'first' } }, { validFrom: 'desc' }, { id: 'desc' }],
      take: 200,
      include: { seller: { select: { nameZh: true } } },
    })
    return {
      words: profile,
      members: members.map(({ id, seller, sellerId: memberSeller, validFrom, validTo }) => ({
        id,
        sellerId: memberSeller,
        name: seller.nameZh,
        from: fromDateColumn(validFrom),
        to: validTo ? fromDateColumn(validTo) : null,
      })),
    }
  })
}
