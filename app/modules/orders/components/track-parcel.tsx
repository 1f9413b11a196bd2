import { useTranslator } from '~/platform/i18n/use-translator'
import { carrierName } from '../carrier-name'
import type { ParcelTrack } from '../get-order-page.server'
import { trackingPage } from '../tracking-page'

/** Where parcels on their way are: the carrier's last words, where there are any, and its own page. */
export function TrackParcel({ shipments }: { shipments: readonly ParcelTrack[] }) {
  const { t } = useTranslator()
  return shipments.map(({ carrier, trackingNumber, carrierState, carrierWords }) => {
    const page = trackingPage(carrier, trackingNumber)
    return (
      <p key={trackingNumber} className="break-words">
        {carrierState ? (
          <>
            <b>{t(`track.state_${carrierState}`)}</b>
            {carrierWords ? `　${carrierWords}` : null}
            <br />
          </>
        ) : null}
        {page ? (
          <a className="link" href={page} target="_blank" rel="noreferrer">
            {t('track.look', { carrier: carrierName(carrier, t), number: trackingNumber })}
          </a>
        ) : null}
      </p>
    )
  })
}
