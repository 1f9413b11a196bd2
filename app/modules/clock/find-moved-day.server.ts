import { dayOf } from '~/platform/calendar'
import { keepAnswers } from '~/platform/db/kept-answers'
import { env } from '~/platform/env.server'
import { findClock } from './find-clock.server'

const days = keepAnswers<string | null>(1)

/** The shop's day where somebody moved the clock on, so that every page can say so. Null else; in live, where nobody can, the database is not asked. */
export async function findMovedDay(): Promise<string | null> {
  if (env.APP_MODE === 'live') return null
  return days('', async () => {
    const { now, aheadSeconds } = await findClock()
    return aheadSeconds > 0 ? dayOf(now) : null
  })
}
