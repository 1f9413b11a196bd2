import { paths } from '~/paths'
import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { ListRow } from '../find-lists.server'

/** The tables that were sent, newest first. */
export function TableList({ rows }: { rows: readonly ListRow[] }) {
  const { t, locale, href } = useTranslator()
  return (
    <section className="studio-section">
      <h2>{t('pieces.listsTitle')}</h2>
      {rows.length === 0 ? <p className="quiet">{t('pieces.listsEmpty')}</p> : null}
      <ul>
        {rows.map(({ id, fileName, state, pieceCount, createdAt }) => (
          <li key={id} className="py-2">
            <a className="link link-line" href={href(paths.studioTable({ listId: id }))}>
              {fileName}
            </a>
            <br />
            <span className="quiet">
              {t(`pieces.state_${state}`, { count: pieceCount })}
              {' · '}
              <time className="num" dateTime={createdAt}>
                {formatInstant(locale, new Date(createdAt))}
              </time>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
