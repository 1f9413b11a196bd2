import { type ChangeEvent, useState } from 'react'
import { RefusedPhotos } from '~/modules/catalog/components/refused-photos'
import { TakeNow } from '~/modules/catalog/components/take-now'
import { nextShot, type Shot, shots } from '~/modules/catalog/shots'
import { pictureAccept } from '~/modules/media/picture-limits'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { PickPhoto } from '~/ui/pick-photo'
import { freePlaces } from '../free-places'
import type { KeptDraft, KeptPhoto } from '../store'
import { useReadable } from '../use-readable'
import { PocketSlots } from './pocket-slots'

type PocketPhotosProps = {
  draft: KeptDraft
  photos: readonly KeptPhoto[]
  onTake: (places: readonly Shot[], files: readonly File[]) => void
  onUntake: (id: string) => void
}

/** Six places, filled from the camera or from the phone. */
export function PocketPhotos({ draft, photos, onTake, onUntake }: PocketPhotosProps) {
  const { t } = useTranslator()
  const [retake, setRetake] = useState<Shot | null>(null)
  const [isOver, setIsOver] = useState(false)
  const taken = [...photos, ...draft.sent]
  const now = retake ?? nextShot(taken)
  const { aside, sort } = useReadable()
  const take = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    const files = await sort(chosen)
    if (!now || files.length === 0) return
    const places = freePlaces(now, taken)
    setIsOver(files.length > places.length)
    setRetake(null)
    onTake(places, files)
  }
  return (
    <>
      {isOver ? (
        <Banner tone="wait" role="alert" className="mb-5">
          {t('pocket.photosFull')}
        </Banner>
      ) : null}
      {aside.refused.length > 0 ? <RefusedPhotos {...aside} /> : null}
      <div className="studio-pair">
        <TakeNow shot={now} isRetake={retake !== null}>
          <div className="shot-acts" id="take">
            <PickPhoto kind="seal" camera onChange={(event) => void take(event)} accept="image/*">
              {t('pocket.photoTake')}
            </PickPhoto>
            <PickPhoto
              kind="line"
              onChange={(event) => void take(event)}
              accept={pictureAccept}
              multiple={retake === null}
            >
              {t('pocket.photoChoose')}
            </PickPhoto>
          </div>
        </TakeNow>
        <PocketSlots
          now={now}
          draft={draft}
          photos={photos}
          onRetake={(shot) => setRetake(shots.find((one) => one === shot) ?? null)}
          onUntake={onUntake}
        />
      </div>
    </>
  )
}
