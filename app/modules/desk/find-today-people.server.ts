import {
  countApplications,
  findApplications,
  type QueuedApplication,
} from '~/modules/applications/find-applications.server'
import type { Actor } from '~/modules/auth/actor'

/** What waits about the people who sell, or want to. */
export type TodayPeople = {
  applications: QueuedApplication[]
  applicationCount: number
}

const mostRows = 10

/** The desk's first page: people. The lists are cut, the counts are whole. */
export async function findTodayPeople({ actor }: { actor: Actor }): Promise<TodayPeople> {
  const [{ rows }, applicationCount] = await Promise.all([
    findApplications({ actor }),
    countApplications({ actor }),
  ])
  return { applications: rows.slice(0, mostRows), applicationCount }
}
