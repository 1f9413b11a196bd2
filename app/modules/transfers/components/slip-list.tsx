import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Banner } from '~/ui/banner'
import { Unbroken } from '~/ui/unbroken'
import type { DeskSlip } from '../get-transfer.server'

const tones = { submitted: 'waiting', accepted: 'done', refused: 'late' } as const

/** The slips of a transfer, newest first: the one that waits is shown, the others are opened. Each look is written into the audit. */
export function SlipList({ slips }: { slips: readonly DeskSlip[] }) {
  const { t } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('transfer.slips')}</h2>
      {slips.length === 0 ? <p className="quiet">{t('transfer.noSlips')}</p> : null}
      <ul className="grid gap-4">
        {slips.map((slip) => (
          <li key={slip.id}>
            <SlipItem slip={slip} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SlipItem({ slip }: { slip: DeskSlip }) {
  const { t, locale, href } = useTranslator()
  const address = href(paths.deskAttachment({ attachmentId: slip.attachmentId }))
  const time = (instant: string) => formatInstant(locale, new Date(instant))
  return (
    <>
      <p>
        <Badge tone={tones[slip.state]}>{t(`transfer.slip_${slip.state}`)}</Badge>{' '}
        {t('transfer.slipAt', { time: time(slip.submittedAt) })} ·{' '}
        <a className="link" href={address}>
          {t('transfer.openSlip')}
        </a>
      </p>
      {slip.decidedAt ? (
        <p className="quiet">
          {t('transfer.slipBy', {
            time: time(slip.decidedAt),
            name: slip.decidedBy ?? t('desk.someone'),
            what: slip.reason ?? t(`transfer.slip_${slip.state}`),
          })}
        </p>
      ) : null}
      {slip.alsoFor.length > 0 ? (
        <Banner tone="wait">
          <Unbroken text={t('transfer.sameFile', { numbers: slip.alsoFor })} />
        </Banner>
      ) : null}
      {slip.state === 'submitted' && slip.isPicture ? (
        <img className="slip-picture" src={address} alt={t('transfer.slipPicture')} />
      ) : null}
    </>
  )
}
