import type { PayoutBatchState, PayoutLineState } from '~/generated/prisma/enums'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'

const batchTones: Record<PayoutBatchState, BadgeTone> = {
  prepared: 'waiting',
  approved: 'hers',
  settled: 'done',
  cancelled: 'plain',
}

const lineTones: Record<PayoutLineState, BadgeTone> = {
  prepared: 'waiting',
  in_transit: 'hers',
  paid: 'done',
  failed: 'late',
  cancelled: 'plain',
  returned: 'late',
}

export function BatchBadge({ state }: { state: PayoutBatchState }) {
  const { t } = useTranslator()
  return <Badge tone={batchTones[state]}>{t(`payout.state_${state}`)}</Badge>
}

export function LineBadge({ state }: { state: PayoutLineState }) {
  const { t } = useTranslator()
  return <Badge tone={lineTones[state]}>{t(`payout.line_${state}`)}</Badge>
}
