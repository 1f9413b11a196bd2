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
import { findUnconfirmed, type UnconfirmedConsent } from '~/modules/records/find-unconfirmed.server'
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

/** The desk's first page: people. The lists are cut, the counts are whole. */
export async function findTodayPeople({ actor }: { actor: Actor }): Promise<TodayPeople> {
  const [
    { rows },
    applicationCount,
    verifications,
    verificationCount,
    corrections,
    correctionCount,
    consents,
  ] = await Promise.all([
    findApplications({ actor }),
    countApplications({ actor }),
    findVerifications({ actor }),
    countVerifications({ actor }),
    findCorrections({ actor }),
    countCorrections({ actor }),
    findUnconfirmed({ actor }),
  ])
  return {
    applications: rows.slice(0, mostRows),
    applicationCount,
    verifications: verifications.slice(0, mostRows),
    verificationCount,
    corrections: corrections.slice(0, mostRows),
    correctionCount,
    consents: consents.rows.slice(0, mostRows),
    consentCount: consents.count,
  }
}
