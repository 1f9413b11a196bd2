import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { ShotSlots } from '~/ui/shot-slots'
import type { ListingPhotoView } from '../listing-photos.server'
import { shotTitle } from '../shot-titles'
import { drawingOf, type Shot, shots } from '../shots'

type PhotoSlotsProps = {
  productId: string
  photos: readonly ListingPhotoView[]
  /** the views of those that are on their way */
  waiting: readonly Shot[]
  /** the one to take now */
  now: Shot | null
  /** taken a moment ago, and too dark */
  dim: readonly Shot[]
  /** taken a moment ago, and blurred */
  blurred: readonly Shot[]
}

/** Six places for six photos, each with its own small forms: take again, forward, remove. */
export function PhotoSlots({ productId, photos, waiting, now, dim, blurred }: PhotoSlotsProps) {
  const { t } = useTranslator()
  return (
    <ShotSlots
      label={t('studio.slotsLabel')}
      slots={shots.map((shot) => {
        const taken = photos.find((photo) => photo.shot === shot)
        const fault = dim.includes(shot) ? 'slotDim' : blurred.includes(shot) ? 'slotBlurred' : null
        return {
          kind: drawingOf[shot],
          title: t(shotTitle[shot]),
          state: taken ? (fault ? 'again' : shot === now ? 'now' : 'good') : shot === now ? 'now' : 'open',
          says: waiting.includes(shot)
            ? t('studio.slotWaiting')
            : taken
              ? t(`studio.${fault ?? 'slotGood'}`)
              : t(shot === now ? 'studio.slotNow' : 'studio.slotOpen'),
          photo: taken?.photo,
          controls: taken ? <SlotControls productId={productId} shot={shot} mediaId={taken.mediaId} /> : null,
        }
      })}
    />
  )
}

function SlotControls({ productId, shot, mediaId }: { productId: string; shot: Shot; mediaId: string }) {
  const { t, href } = useTranslator()
  const before = shots[shots.indexOf(shot) - 1]
  return (
    <div className="grid justify-items-start">
      <a
        className="link link-line text-body"
        href={`${href(paths.studioPhotos({ productId }))}?take=${shot}#take`}
      >
        {t('studio.slotAgain')}
        <span className="unseen"> {t(shotTitle[shot])}</span>
      </a>
      <details className="text-body">
        <summary className="link link-line">{t('studio.slotManage')}</summary>
        <form
          method="post"
          action={href(paths.studioPhotos({ productId }))}
          className="grid justify-items-start gap-2 py-2"
        >
          <input type="hidden" name="mediaId" value={mediaId} />
          {before ? (
            <Button kind="text" name="move" value={before}>
              {t('studio.slotForward')}
            </Button>
          ) : null}
          <Button kind="text" name="remove" value="yes">
            {t('studio.slotRemove')}
          </Button>
        </form>
      </details>
    </div>
  )
}
