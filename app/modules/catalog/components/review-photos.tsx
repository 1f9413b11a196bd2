import { useTranslator } from '~/platform/i18n/use-translator'
import { Photo } from '~/ui/photo'
import { ShotGuide } from '~/ui/shot-guide'
import type { Review } from '../get-review.server'
import type { ListingPhotoView } from '../listing-photos.server'
import { shotTitle } from '../shot-titles'
import { drawingOf, type Shot, shots } from '../shots'

/** The photos as handed in. Where some differ from before, those first, each beside what it replaces. */
export function ReviewPhotos({ review: { now, before, changed } }: { review: Review }) {
  const { t } = useTranslator()
  if (!before || !changed.includes('photos')) {
    return (
      <section>
        <h2>{t('desk.photosTitle')}</h2>
        {before ? <p className="quiet">{t('desk.photosSame')}</p> : null}
        <Proofs photos={now.photos} />
      </section>
    )
  }
  const at = (photos: readonly ListingPhotoView[], shot: Shot) => photos.find((photo) => photo.shot === shot)
  const differs = (shot: Shot) => at(before.photos, shot)?.mediaId !== at(now.photos, shot)?.mediaId
  return (
    <section>
      <h2>{t('desk.photosTitle')}</h2>
      {shots.filter(differs).map((shot) => (
        <div key={shot} className="mb-4 grid max-w-[30rem] grid-cols-2 gap-2">
          <Side shot={shot} view={at(before.photos, shot)} head={t('desk.photoBefore')} />
          <Side shot={shot} view={at(now.photos, shot)} head={t('desk.photoAfter')} />
        </div>
      ))}
      <Proofs photos={now.photos.filter(({ shot }) => !differs(shot))} />
    </section>
  )
}

type SideProps = { shot: Shot; view: ListingPhotoView | undefined; head: string }

/** One of two photos of a view; where there is none, the drawing of what belongs there. */
function Side({ shot, view, head }: SideProps) {
  const { t } = useTranslator()
  return (
    <figure className="proof">
      {view ? (
        <LargePhoto view={view} />
      ) : (
        <span className="block aspect-[4/5] border-2 border-dashed border-line-2 text-ink-3">
          <ShotGuide kind={drawingOf[shot]} />
        </span>
      )}
      <figcaption>
        {head}　{t(shotTitle[shot])}
        {view ? null : `　${t('desk.diffNothing')}`}
      </figcaption>
    </figure>
  )
}

function Proofs({ photos }: { photos: readonly ListingPhotoView[] }) {
  const { t } = useTranslator()
  if (photos.length === 0) return null
  return (
    <div className="proofs max-w-[40rem]">
      {photos.map((view) => (
        <figure key={view.mediaId} className="proof">
          <LargePhoto view={view} />
          <figcaption>{t(shotTitle[view.shot])}</figcaption>
        </figure>
      ))}
    </div>
  )
}

/** A photo that opens large. */
function LargePhoto({ view: { photo } }: { view: ListingPhotoView }) {
  const { t } = useTranslator()
  return (
    <a className="block" href={photo.jpeg.at(-1)?.src} target="_blank" rel="noreferrer">
      <Photo photo={photo} sizes="(min-width: 45em) 15rem, 50vw" />
      <span className="unseen">{t('desk.photoOpen')}</span>
    </a>
  )
}
