import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import type { HomeItemView } from '../find-home-items.server'
import { stateTitle, stateTone } from '../home-words'

/** Whether visitors see it, how it would look, and the two buttons that decide. */
export function HomeStanding({ item }: { item: HomeItemView }) {
  const { t, href } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('home.standing')}</h2>
      <p>
        <Badge tone={stateTone[item.state]}>{t(stateTitle[item.state])}</Badge>{' '}
        {item.isPublished ? null : t('home.waits', { number: item.seen })}
      </p>
      <p className="py-3">
        <a className="link" href={href(paths.adminHomePreview({ at: item.previewAt }))}>
          {t('home.preview')}
        </a>
      </p>
      <form method="post" className="decide-acts">
        <input type="hidden" name="seen" value={item.seen} />
        {item.isPublished ? null : (
          <Button kind="seal" name="intent" value="publish">
            {t('home.publish')}
          </Button>
        )}
        {item.state === 'draft' ? null : (
          <Button kind="line" name="intent" value="down">
            {t('home.takeDown')}
          </Button>
        )}
      </form>
    </section>
  )
}

/** Who wrote which version, and which one visitors see. */
export function HomeHistory({ versions }: Pick<HomeItemView, 'versions'>) {
  const { t } = useTranslator()
  return (
    <section className="desk-section">
      <h2>{t('home.versions')}</h2>
      <ol className="list-none p-0">
        {versions.map(({ number, at, by, from, to, isPublished }) => (
          <li key={number}>
            <span className="num">{t('home.versionLine', { number, at, by: by ?? '', from, to })}</span>{' '}
            {isPublished ? <Badge tone="done">{t('home.isPublished')}</Badge> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
