import { dayOf, toDateColumn } from '~/platform/calendar'
import { appNow } from '~/platform/db/clock.server'
import { prisma } from '~/platform/db/prisma.server'
import { findBreakdown } from './find-breakdown.server'
import { findImpact } from './find-impact.server'
import type { KeptFigures } from './kept-impact'

/** The figures of today, reckoned from the ledger. */
export async function countImpact(): Promise<KeptFigures> {
  return {
    impact: await findImpact(),
    groups: { 'zh-CN': await findBreakdown('zh-CN'), en: await findBreakdown('en') },
  }
}

/** Counts and keeps what /impact tells today, once: of any number at one moment one is kept, and a day that has been counted is not counted again. When it fails, the last good one stays. */
export async function keepImpact(): Promise<void> {
  const day = toDateColumn(dayOf(await appNow()))
  if ((await prisma.impactDay.count({ where: { day } })) > 0) return
  await prisma.impactDay.createMany({ data: [{ day, figures: await countImpact() }], skipDuplicates: true })
}
