import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Icon } from '~/ui/icon'

/** The way to what a base has to count in and to send; nothing for somebody without one. */
export function BaseWork({ count }: { count: number | null }) {
  const { t, href } = useTranslator()
  if (count === null) return null
  return (
    <a className="call" href={href(paths.studioCollection())}>
      <Icon name="basket" />
      <span className="call-words">
        <b>{t('collection.title')}</b>
        <span>{count > 0 ? t('collection.line', { count }) : t('collection.empty')}</span>
      </span>
    </a>
  )
}
