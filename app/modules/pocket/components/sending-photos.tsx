import { useEffect, useState } from 'react'
import { RefusedPhotos } from '~/modules/catalog/components/refused-photos'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { refusedRow } from '../refused-row'
import { type Sent, usePhotoQueue } from '../use-photo-queue'
import { NoReload } from './no-reload'
import { QueueBand } from './queue-band'

type SendingPhotosProps = {
  productId: string
  /** how many are still on their way */
  onWaiting?: (waiting: number) => void
  /** all have arrived or were refused: the page may show them */
  onSent: () => void
}

/** On the steps after the photos: they go on being sent while she writes, and this says how far they are. Nothing where none is on its way; without a network, that this page must stay open (NoReload). */
export function SendingPhotos({ productId, onWaiting, onSent }: SendingPhotosProps) {
  const { t, href } = useTranslator()
  const [row, setRow] = useState<Sent | null>(null)
  const { queue, send } = usePhotoQueue(
    { productId, href },
    (sent) => {
      setRow(sent)
      onSent()
    },
    onSent,
  )
  const { waiting } = queue
  useEffect(() => onWaiting?.(waiting), [onWaiting, waiting])
  return (
    <div className="mb-5">
      <NoReload />
      <QueueBand productId={productId} queue={queue} onSend={() => void send()} />
      {row && row.refused.length > 0 ? (
        <RefusedPhotos refused={refusedRow(t, row.refused)} kept={row.kept.length} />
      ) : null}
      {row && row.refused.length === 0 && waiting === 0 ? (
        <Banner tone="done" role="status">
          {t('pocket.photosArrived', { count: row.kept.length })}
        </Banner>
      ) : null}
    </div>
  )
}
