import { findApplications, type QueuedApplication } from '~/modules/applications/find-applications.server'
import type { Actor } from '~/modules/auth/actor'
import { findCorrections, type WaitingCorrection } from '~/modules/records/find-corrections.server'
import { findUnconfirmed, type UnconfirmedConsent } from '~/modules/records/find-unconfirmed.server'
import { type DueVerification, findVerifications } from '~/modules/records/find-verifications.server'

/** What waits about the people who sell, or want to. */
export type TodayPeople = {
  applications: QueuedApplication[]
  applicationCount: number
  verifications: DueVerification[]
  verificationCount: number
  corrections: WaitingCorrection[]
  correctionCount: number
  consents: UnconfirmedConsent[]
  consentCount: number
}

const mostRows = 10

/** The desk's first page: people. The lists are cut, the counts are whole; consents, which have no list of their own, go on on the following pages, where nothing else stands. */
export async function findTodayPeople({
  actor,
  page,
  consentCount,
}: {
  actor: Actor
  page: number
  consentCount: number
}): Promise<TodayPeople> {
  const most = page === 1 ? mostRows : 0
  const [applications, verifications, corrections, consents] = await Promise.all([
    findApplications({ actor }),
    findVerifications({ actor }),
    findCorrections({ actor }),
    consentCount > 0 ? findUnconfirmed({ actor, page }) : [],
  ])
  return {
    applications: applications.rows.slice(0, most),
    applicationCount: applications.total,
    verifications: verifications.rows.slice(0, most),
    verificationCount: verifications.total,
    corrections: corrections.rows.slice(0, most),
    correctionCount: corrections.total,
    consents,
    consentCount,
  }
}
