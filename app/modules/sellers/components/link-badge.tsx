import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge, type BadgeTone } from '~/ui/badge'
import type { LinkState } from '../find-desk-sellers.server'

const tones: Record<LinkState, BadgeTone> = {
  household: 'done',
  not_registered: 'done',
  pending: 'waiting',
  none: 'waiting',
  hidden: 'plain',
  not_person: 'plain',
}

/** Whether her income has a home today, in words. */
export function LinkBadge({ state }: { state: LinkState }) {
  const { t } = useTranslator()
  return <Badge tone={tones[state]}>{t(`household.link_${state}`)}</Badge>
}
