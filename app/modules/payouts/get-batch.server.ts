import type { PayoutBatchState, PayoutLineState, PayoutRail, ReversalState } from '~/generated/prisma/enums'
import type { Actor } from '~/modules/auth/actor'
import { findStaffNames } from '~/modules/people/find-staff-names.server'
import { inScope } from '~/platform/db/in-scope.server'
import type { Prisma } from '~/platform/db/prisma.server'
import { notFound } from '~/platform/errors'
import { sum, toSafeNumber } from '~/platform/money'
import { type BankTemplateCode, templateCodeOf } from './bank-templates'

export type BatchLine = {
  id: string
  seq: number
  nameZh: string
  nameEn: string
  /** the card it goes to; null: her account with the payment provider */
  card: { bankName: string; last4: string } | null
  attempt: number
  amountFen: number
  /** of her balance, what goes against her debt */
  nettedFen: number
  state: PayoutLineState
  failureReason: string | null
  /** what was asked back of a transfer, newest last */
  reversals: { id: string; amountFen: number; state: ReversalState; failureReason: string | null }[]
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
  rail: PayoutRail
  /** the layout of its bank file */
  template: BankTemplateCode
  totalFen: number
  nettedFen: number
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
  rail: true,
  template: true,
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
      nettedFen: true,
      state: true,
      failureReason: true,
      bankAccount: { select: { bankName: true, last4: true } },
      party: {
        select: { seller: { select: { nameZh: true, nameEn: true } }, person: { select: { name: true } } },
      },
      reversals: {
        orderBy: { id: 'asc' },
        select: { id: true, amountFen: true, state: true, failureReason: true },
      },
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
      rail: batch.rail,
      template: templateCodeOf(batch.template),
      fileChecksum: batch.fileChecksum,
      isOwn: batch.preparedById === actor.userId,
      totalFen: toSafeNumber(batch.totalFen),
      paidFen: fenIn(batch, ['paid']),
      failedFen: fenIn(batch, ['failed', 'returned']),
      nettedFen: toSafeNumber(sum(batch.lines.map(({ nettedFen }) => nettedFen))),
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

function lineView(line: BatchRow['lines'][number]): BatchLine {
  const { id, seq, attempt, state, failureReason, bankAccount, party } = line
  const personName = party.person?.name ?? ''
  return {
    ...{ id, seq, attempt, state, failureReason, card: bankAccount },
    amountFen: toSafeNumber(line.amountFen),
    nettedFen: toSafeNumber(line.nettedFen),
    nameZh: party.seller?.nameZh ?? personName,
    nameEn: party.seller?.nameEn ?? personName,
    reversals: line.reversals.map((one) => ({ ...one, amountFen: toSafeNumber(one.amountFen) })),
  }
}
