import {
  countApplications,
  findApplications,
  type QueuedApplication,
} from '~/modules/applications/find-applications.server'
import type { Actor } from '~/modules/auth/actor'
import {
  countCorrections,
  findCorrections,
  type WaitingCorrection,
} from '~/modules/records/find-corrections.server'
import {
  countUnconfirmed,
  findUnconfirmed,
  type UnconfirmedConsent,
} from '~/modules/records/find-unconfirmed.server'
import {
  countVerifications,
  type DueVerification,
  findVerifications,
} from '~/modules/records/find-verifications.server'

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
export async function findTodayPeople({ actor, page }: { actor: Actor; page: number }): Promise<TodayPeople> {
  const most = page === 1 ? mostRows : 0
  const [
    applications,
    applicationCount,
    verifications,
    verificationCount,
    corrections,
    correctionCount,
    consents,
    consentCount,
  ] = await Promise.all([
    findApplications({ actor }),
    countApplications({ actor }),
    findVerifications({ actor }),
    countVerifications({ actor }),
    findCorrections({ actor }),
    countCorrections({ actor }),
    findUnconfirmed({ actor, page }),
    countUnconfirmed({ actor }),
  ])
  return {
    applications: applications.rows.slice(0, most),
    applicationCount,
    verifications: verifications.rows.slice(0, most),
    verificationCount,
    corrections: corrections.rows.slice(0, most),
    correctionCount,
    consents,
    consentCount,
  }
}
