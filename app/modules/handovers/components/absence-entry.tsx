import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { AbsenceView } from '../find-absence.server'

type Props = {
  sellerId: string
  absence: AbsenceView | null
  mayPropose: boolean
  /** a handover of the ordinary kind waits: one at a time */
  isOpen: boolean
}

/** On a shop's page at the desk: the way to a handover without its owner's word, or to the one that waits. */
export function AbsenceEntry({ sellerId, absence, mayPropose, isOpen }: Props) {
  const { t, href } = useTranslator()
  const to = href(paths.deskAbsence({ sellerId }))
  if (absence)
    return (
      <Banner tone="wait" className="mb-6">
        {t('absence.entryWaits')}{' '}
        <a className="link" href={to}>
          {t('absence.entryLink')}
        </a>
      </Banner>
    )
  if (!mayPropose || isOpen) return null
  return (
    <p className="pb-6">
      <a className="link" href={to}>
        {t('absence.entry')}
      </a>
    </p>
  )
}
