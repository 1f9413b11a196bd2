import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { ListPage } from '../get-list.server'

/** The drafts that a table brought, and the way back. */
export function TakenTable({ page: { state, pieceCount, drafts } }: { page: ListPage }) {
  const { t, href } = useTranslator()
  if (state !== 'taken') return <p className="studio-lead">{t('pieces.state_undone')}</p>
  return (
    <>
      <section className="studio-section">
        <h2>{t('pieces.draftsTitle')}</h2>
        <p className="studio-lead">{t('pieces.draftsText')}</p>
        <ul>
          {drafts.map(({ productId, code, title }) => (
            <li key={productId} className="py-1">
              <a className="link link-line" href={href(paths.studioProduct({ productId }))} lang="zh-CN">
                {code} {title}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <form method="post" className="studio-section">
        <p className="quiet">{t('pieces.state_taken', { count: pieceCount })}</p>
        <p className="quiet pb-3">{t('pieces.undoNote')}</p>
        <Button kind="line" name="intent" value="undo">
          {t('pieces.undo')}
        </Button>
      </form>
    </>
  )
}
