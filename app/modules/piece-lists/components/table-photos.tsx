import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { ListPage } from '../get-list.server'
import { ArchiveState } from './archive-state'
import { SendArchive } from './send-archive-form'

type TablePhotosProps = { listId: string; draft: NonNullable<ListPage['draft']>; error?: string }

/** The photographs of a table: sending them, how far they are, and those that cannot be used or belong to no row. */
export function TablePhotos({ listId, draft, error }: TablePhotosProps) {
  const { t } = useTranslator()
  const { archive, photoCount, refusedPhotos, loosePhotos } = draft
  return (
    <section className="studio-section" id="photos">
      <h2>{t('pieces.photosTitle')}</h2>
      <p className="studio-lead">{t('pieces.photosText')}</p>
      {archive ? (
        <ArchiveState
          listId={listId}
          archive={archive}
          taken={photoCount + refusedPhotos.length}
          usable={photoCount}
        />
      ) : null}
      {refusedPhotos.length > 0 ? (
        <Banner tone="wait">
          <b>{t('pieces.refusedTitle')}</b>
          <ul>
            {refusedPhotos.slice(0, 50).map(({ name, what }) => (
              <li key={name}>
                {name}
                {t('pieces.colon')}
                {what}
              </li>
            ))}
          </ul>
        </Banner>
      ) : null}
      {loosePhotos.length > 0 && archive?.state === 'done' ? (
        <p className="quiet py-2">
          {t('pieces.looseTitle')}
          {loosePhotos.slice(0, 30).join(t('pieces.between'))}
          {loosePhotos.length > 30 ? '…' : ''}
        </p>
      ) : null}
      {archive?.state === 'unpacking' ? null : (
        <SendArchive listId={listId} archive={archive} error={error} />
      )}
    </section>
  )
}
