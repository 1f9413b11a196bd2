import type { PayoutBatchState, PayoutLineState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { sum, toSafeNumber } from '~/platform/money'

export type BatchLine = {
  id: string
  seq: number
  nameZh: string
  nameEn: string
  bankName: string
  last4: string
  attempt: number
  amountFen: number
  state: PayoutLineState
  failureReason: string | null
}

export type BatchEvent = {
  id: string
  state: PayoutBatchState
  at: string
  who: string | null
  note: string | null
}

/** A batch as finance sees it: accounts by their last four digits only. */
export type BatchPage = {
  id: string
  number: string
  state: PayoutBatchState
  totalFen: number
  paidFen: number
  failedFen: number
  openFen: number
  fileChecksum: string | null
  isOwn: boolean
  lines: BatchLine[]
  events: BatchEvent[]
}

const batchPage = {
  id: true,
  number: true,
  state: true,
  totalFen: true,
  fileChecksum: true,
  preparedById: true,
  lines: {
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      seq: true,
      attempt: true,
      amountFen: true,
      state: true,
      failureReason: true,
      bankAccount: { select: { bankName: true, last4: true } },
      party: { select: { seller: { select: { nameZh: true, nameEn: true } } } },
    },
  },
  events: {
    orderBy: { id: 'asc' },
    select: { id: true, state: true, at: true, actorUserId: true, note: true },
  },
} satisfies Prisma.PayoutBatchSelect

type BatchRow = Prisma.PayoutBatchGetPayload<{ select: typeof batchPage }>

/** 404 when there is none. */
export function getBatch({ actor, batchId }: { actor: Actor; batchId: string }): Promise<BatchPage> {
  return inScope({ job: 'payout' }, async (tx) => {
    const batch = await tx.payoutBatch.findUnique({ where: { id: batchId }, select: batchPage })
    if (!batch) throw notFound()
    const names = await findStaffNames(
      tx,
      batch.events.map(({ actorUserId }) => actorUserId),
    )
    return {
      id: batch.id,
      number: batch.number,
      state: batch.state,
      fileChecksum: batch.fileChecksum,
      isOwn: batch.preparedById === actor.userId,
      totalFen: toSafeNumber(batch.totalFen),
      paidFen: fenIn(batch, ['paid']),
      failedFen: fenIn(batch, ['failed']),
      openFen: fenIn(batch, ['prepared', 'in_transit']),
      lines: batch.lines.map(lineView),
      events: batch.events.map(({ id, state, at, actorUserId, note }) => ({
        id: String(id),
        state,
        at: at.toISOString(),
        who: actorUserId ? (names.get(actorUserId) ?? null) : null,
        note,
      })),
    }
  })
}

function fenIn(batch: BatchRow, states: readonly PayoutLineState[]): number {
  const lines = batch.lines.filter(({ state }) => states.includes(state))
  return toSafeNumber(sum(lines.map(({ amountFen }) => amountFen)))
}

function lineView({ bankAccount, party, amountFen, ...line }: BatchRow['lines'][number]): BatchLine {
  if (!bankAccount) throw new Error('a line of a bank batch names a bank account')
  return {
    ...line,
    amountFen: toSafeNumber(amountFen),
    bankName: bankAccount.bankName,
    last4: bankAccount.last4,
    nameZh: party.seller?.nameZh ?? '',
    nameEn: party.seller?.nameEn ?? '',
  }
}
