import { type ChangeEvent, useEffect, useState } from 'react'
import { PhotoForm } from '~/modules/catalog/components/photo-form'
import { type RefusedPhoto, RefusedPhotos } from '~/modules/catalog/components/refused-photos'
import { nextShot, type Shot } from '~/modules/catalog/shots'
import { pictureAccept, pictureLimits } from '~/modules/media/picture-limits'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { PickPhoto } from '~/ui/pick-photo'
import { freePlaces } from '../free-places'
import { refusedRow } from '../refused-row'
import { usePhotoQueue } from '../use-photo-queue'
import { useReadable } from '../use-readable'
import { QueueBand } from './queue-band'

/** What she reads after a row of photographs: which views came out dark or blurred, which files were not taken. */
export type TakenRow = { kept: Shot[]; dim: Shot[]; blurred: Shot[]; refused: RefusedPhoto[] }

type PhotoTakerProps = {
  productId: string
  /** the view to take now */
  now: Shot
  taken: readonly { shot: Shot }[]
  isRetake: boolean
  /** all six were taken: nothing more is chosen while they are sent */
  isOnTheWay: boolean
  /** where the plain form is posted to */
  action: string
  onTaken: (row: TakenRow) => void
  /** whether more were chosen than there are places, whenever she chooses */
  onOver: (isOver: boolean) => void
  /** the views of those that are on their way, whenever they change */
  onWaiting: (shots: readonly Shot[]) => void
}

/** Taking or choosing photos. Without scripts, or where the browser keeps nothing: one field and a button. Else two large buttons, and what was chosen is on its way at once, in pieces. */
export function PhotoTaker({
  productId,
  now,
  taken,
  isRetake,
  isOnTheWay,
  action,
  onTaken,
  onOver,
  onWaiting,
}: PhotoTakerProps) {
  const { t, href } = useTranslator()
  const { queue, take, send } = usePhotoQueue({ productId, href }, ({ kept, refused }) =>
    onTaken({
      kept: kept.map(({ shot }) => shot),
      dim: kept.filter(({ faults }) => faults.includes('dark')).map(({ shot }) => shot),
      blurred: kept.filter(({ faults }) => faults.includes('blurred')).map(({ shot }) => shot),
      refused: refusedRow(t, refused),
    }),
  )
  const { aside, sort } = useReadable()
  const { shots } = queue
  useEffect(() => onWaiting(shots), [onWaiting, shots])
  const [early, setEarly] = useState<readonly File[]>([])
  const add = async (chosen: readonly File[]) => {
    const files = await sort(chosen)
    const all = [...taken, ...queue.shots.map((shot) => ({ shot }))]
    const first = queue.shots.includes(now) ? nextShot(all) : now
    const places = first ? freePlaces(first, all) : []
    onOver(files.length > places.length)
    if (files.length > 0) void take(places, files)
  }
  useEffect(() => {
    if (!queue.isAble || early.length === 0) return
    setEarly([])
    void add(early)
  })
  if (!queue.isAble) return <PhotoForm action={action} isRetake={isRetake} onChosen={setEarly} />
  const choose = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    await add(chosen)
  }
  return (
    <div className="shot-acts" id="take">
      {isOnTheWay ? null : (
        <>
          <PickPhoto kind="seal" camera accept="image/*" onChange={(event) => void choose(event)}>
            {t('studio.takeThis')}
          </PickPhoto>
          <PickPhoto
            kind="line"
            accept={pictureAccept}
            multiple={!isRetake}
            onChange={(event) => void choose(event)}
          >
            {t('studio.takeFromPhone')}
          </PickPhoto>
          <p className="field-hint">{t('pocket.takeHint', { most: pictureLimits.maxBytes / 1024 ** 2 })}</p>
        </>
      )}
      {aside.refused.length > 0 ? <RefusedPhotos {...aside} /> : null}
      {queue.isFull ? (
        <Banner tone="wrong" role="alert">
          {t('pocket.full')}
        </Banner>
      ) : null}
      <QueueBand productId={productId} queue={queue} onSend={() => void send()} />
    </div>
  )
}
