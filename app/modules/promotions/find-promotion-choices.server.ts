import { type Day, dayOf } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'

export type PromotionChoices = {
  /** the first day it can begin */
  today: Day
  crafts: { id: string; zh: string; en: string }[]
  sellers: { id: string; zh: string; en: string }[]
}

/** What a promotion can be for: every craft, every seller that is open; and from when on. */
export async function findPromotionChoices(): Promise<PromotionChoices> {
  const select = { id: true, nameZh: true, nameEn: true } as const
  const [crafts, sellers] = await Promise.all([
    prisma.craft.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }], take: 100, select }),
    prisma.seller.findMany({ where: { status: 'active' }, orderBy: { nameZh: 'asc' }, take: 1_000, select }),
  ])
  const named = ({ id, nameZh, nameEn }: { id: string; nameZh: string; nameEn: string }) => ({
    id,
    zh: nameZh,
    en: nameEn,
  })
  return { today: dayOf(await appNow()), crafts: crafts.map(named), sellers: sellers.map(named) }
}
