import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import type { Review } from '../get-review.server'
import type { ListingPhotoView } from '../listing-photos.server'
import { shotTitle } from '../shot-titles'

/** The photos as handed in; where they differ from before, both rows, and what is new is said. Each opens large. */
export function ReviewPhotos({ review: { now, before, changed } }: { review: Review }) {
  const { t } = useTranslator()
  const hasChanged = before !== null && changed.includes('photos')
  const known = new Set(before?.photos.map(({ mediaId }) => mediaId))
  return (
    <section>
      {hasChanged ? (
        <>
          <h2>{t('desk.photosBefore')}</h2>
          <Proofs photos={before.photos} />
        </>
      ) : null}
      <h2>{t(hasChanged ? 'desk.photosAfter' : 'desk.photosTitle')}</h2>
      {before && !hasChanged ? <p className="quiet">{t('desk.photosSame')}</p> : null}
      <Proofs photos={now.photos} isNew={hasChanged ? ({ mediaId }) => !known.has(mediaId) : undefined} />
    </section>
  )
}

type ProofsProps = { photos: readonly ListingPhotoView[]; isNew?: (photo: ListingPhotoView) => boolean }

function Proofs({ photos, isNew = () => false }: ProofsProps) {
  const { t } = useTranslator()
  return (
    <div className="proofs">
      {photos.map((view) => {
        const { mediaId, shot, photo } = view
        const large = photo.jpeg.at(-1)
        return (
          <figure key={mediaId} className="proof">
            <a href={large?.src} target="_blank" rel="noreferrer">
              <Photo photo={photo} sizes="(min-width: 45em) 12rem, 33vw" />
              <span className="unseen">{t('desk.photoOpen')}</span>
            </a>
            <figcaption>
              {t(shotTitle[shot])}
              {isNew(view) ? <ins className="ml-2">{t('desk.photoNew')}</ins> : null}
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}
