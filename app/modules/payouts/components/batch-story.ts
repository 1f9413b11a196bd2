import { formatInstant } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Translate } from '~/platform/i18n/translate'
import type { TimelineEvent } from '~/ui/timeline'
import { fileNote, readRateNote, readResultNote, readReturnedNote } from '../batch-notes'
import type { BatchEvent, BatchPage } from '../get-batch.server'
import { transferAmount } from '../transfer-rate'

type View = { batch: Pick<BatchPage, 'state' | 'rail' | 'events'>; t: Translate; locale: Locale }

/** A batch's story: everything that happened, then what comes next. */
export function batchStory({ batch, t, locale }: View): TimelineEvent[] {
  const happened = batch.events.flatMap((event) => tell(event, t, locale))
  return [...happened, ...comingNext(batch, t)]
}

function tell(event: BatchEvent, t: Translate, locale: Locale): TimelineEvent[] {
  const time = formatInstant(locale, new Date(event.at))
  const detail = event.who ? t('payout.eventBy', { time, who: event.who }) : time
  const done = (key: string, title: string, quote?: string): TimelineEvent => ({
    key: `${event.id}-${key}`,
    state: 'done',
    title,
    detail,
    ...(quote ? { quote } : {}),
  })
  const result = readResultNote(event.note)
  if (event.note === fileNote) return [done('file', t('payout.eventFile'))]
  const returned = readReturnedNote(event.note)
  if (returned !== null) return [done('returned', t('payout.eventReturned', { seq: returned }))]
  if (event.state === 'prepared') return [done('prepared', t('payout.eventPrepared'))]
  if (event.state === 'cancelled')
    return [done('cancelled', t('payout.eventCancelled'), event.note ?? undefined)]
  const answered = result ? [done('result', t('payout.eventResult', result))] : []
  if (event.state === 'settled') return [...answered, done('settled', t('payout.eventSettled'))]
  if (result) return answered
  const rate = readRateNote(event.note)
  const quote = rate
    ? t('payout.eventRate', { amount: String(transferAmount(10_000n, rate)), currency: rate.currency })
    : undefined
  return [done('approved', t('payout.eventApproved'), quote)]
}

function comingNext({ state, rail, events }: View['batch'], t: Translate): TimelineEvent[] {
  const now = (key: string, title: string): TimelineEvent => ({ key, state: 'now', title })
  const later = (key: string, title: string): TimelineEvent => ({ key, state: 'next', title })
  const isTransfer = rail === 'stripe_transfer'
  const sending = isTransfer ? t('payout.eventTransferNext') : t('payout.eventFileNext')
  if (state === 'prepared') return [now('approve', t('payout.eventApprovedNext')), later('file', sending)]
  if (state !== 'approved') return []
  if (isTransfer) return [now('transfer', sending)]
  const isSent = events.some(({ note }) => note === fileNote)
  const answer = t('payout.eventResultNext')
  return isSent ? [now('answer', answer)] : [now('file', t('payout.eventFileNext')), later('answer', answer)]
}
