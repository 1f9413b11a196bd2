import { shotTitle } from '~/modules/catalog/shot-titles'
import { drawingOf, type Shot, shots } from '~/modules/catalog/shots'
import { pictureLimits } from '~/modules/media/picture-limits'
import type { Translate } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ShotSlots, type ShotState } from '~/ui/shot-slots'
import type { PhotoFault } from '../photo-faults'
import type { KeptDraft, KeptPhoto } from '../store'
import { useBlobAddress } from '../use-blob-address'

type PocketSlotsProps = {
  now: Shot | null
  draft: KeptDraft
  photos: readonly KeptPhoto[]
  onRetake: (shot: Shot) => void
  onUntake: (id: string) => void
}

/** Each of the six views: its photograph, where that is, and what is wrong with it. */
export function PocketSlots({ now, draft, photos, onRetake, onUntake }: PocketSlotsProps) {
  const { t } = useTranslator()
  return (
    <ShotSlots
      label={t('studio.slotsLabel')}
      slots={shots.map((shot) => {
        const title = t(shotTitle[shot])
        const photo = photos.find((one) => one.shot === shot)
        const sent = draft.sent.find((one) => one.shot === shot)
        return {
          kind: drawingOf[shot],
          title,
          state: stateOf({ photo, isSent: sent !== undefined, isNow: shot === now }),
          says: photo ? sayPhoto(t, photo) : t(sent ? 'pocket.photoSent' : wordOf(shot === now)),
          picture: photo ? (
            <LocalPicture blob={photo.blob} alt={title} />
          ) : sent ? (
            <span className="photo">
              <img src={sent.src} alt={title} decoding="async" />
            </span>
          ) : undefined,
          controls:
            photo || sent ? (
              <div className="grid justify-items-start">
                <Button kind="text" type="button" onClick={() => onRetake(shot)}>
                  {t('studio.slotAgain')}
                  <span className="unseen"> {title}</span>
                </Button>
                {photo ? (
                  <Button kind="text" type="button" onClick={() => onUntake(photo.id)}>
                    {t('pocket.photoAway')}
                    <span className="unseen"> {title}</span>
                  </Button>
                ) : null}
              </div>
            ) : null,
        }
      })}
    />
  )
}

const wordOf = (isNow: boolean) => (isNow ? 'studio.slotNow' : 'studio.slotOpen')

type Slot = { photo: KeptPhoto | undefined; isSent: boolean; isNow: boolean }

function stateOf({ photo, isSent, isNow }: Slot): ShotState {
  if (photo && (photo.refusal !== null || photo.faults.length > 0)) return 'again'
  if (isNow) return 'now'
  return photo || isSent ? 'good' : 'open'
}

const faultWords = {
  dark: 'studio.slotDim',
  blurred: 'studio.slotBlurred',
  small: 'pocket.photoSmall',
  large: 'pocket.photoLarge',
} as const satisfies Record<PhotoFault, string>

/** The gravest thing first: refused by the shop, then what this device sees, then how far it has come. */
function sayPhoto(t: Translate, { refusal, faults, received, blob }: KeptPhoto): string {
  const [fault] = faults
  if (refusal !== null) return refusal
  if (fault)
    return t(faultWords[fault], { least: pictureLimits.minSide, most: pictureLimits.maxBytes / 1024 ** 2 })
  if (received === 0) return t('pocket.photoWaiting')
  return t('pocket.photoSending', { percent: Math.floor((100 * received) / blob.size) })
}

/** A photograph that lies on this device. */
function LocalPicture({ blob, alt }: { blob: Blob; alt: string }) {
  const src = useBlobAddress(blob)
  return <span className="photo">{src ? <img src={src} alt={alt} /> : null}</span>
}
