import { type Day, dayOf, fromDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import type { Locale } from '~/platform/i18n/locale'
import type { ImpactBreakdown } from './find-breakdown.server'
import type { Impact } from './find-impact.server'
import { countImpact } from './keep-impact.server'
import { KeptFigures } from './kept-impact'

export type KeptImpact = { impact: Impact; breakdown: ImpactBreakdown; day: Day }

/** The newest figures that were counted; of a shop that has just been opened, those of this moment. */
export async function findKeptImpact(locale: Locale): Promise<KeptImpact> {
  const kept = await prisma.impactDay.findFirst({
    orderBy: { day: 'desc' },
    select: { day: true, figures: true },
  })
  const { impact, groups } = kept ? KeptFigures.parse(kept.figures) : await countImpact()
  return {
    impact,
    breakdown: groups[locale],
    day: kept ? fromDateColumn(kept.day) : dayOf(await appNow()),
  }
}
