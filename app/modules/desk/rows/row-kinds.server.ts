import { absences } from './absences.server'
import { consents } from './consents.server'
import { dictations } from './dictations.server'
import { disputes } from './disputes.server'
import { failedPayouts } from './failed-payouts.server'
import { flags } from './flags.server'
import { lateParcels } from './late-parcels.server'
import { refunds } from './refunds.server'
import { reports } from './reports.server'
import { returnDue } from './return-due.server'
import { successions } from './successions.server'
import type { RowKind } from './today-row'
import { transfers } from './transfers.server'
import { unverified } from './unverified.server'

/** Everything that may wait at a desk besides listings, in the order in which it is shown among equals. */
export const rowKinds: readonly RowKind[] = [
  lateParcels,
  disputes,
  failedPayouts,
  refunds,
  transfers,
  successions,
  absences,
  dictations,
  reports,
  flags,
  returnDue,
  consents,
  unverified,
]
